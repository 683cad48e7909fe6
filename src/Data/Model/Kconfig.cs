namespace KernelTracker.Data.Model;

/// <summary>The type of a Kconfig symbol (Documentation/kbuild/kconfig-language.rst).</summary>
public enum KconfigType : byte
{
    /// <summary>No type is given (it then has that of another definition).</summary>
    Unknown = 0,

    /// <summary>bool.</summary>
    Bool = 1,

    /// <summary>tristate: can be a module.</summary>
    Tristate = 2,

    /// <summary>string.</summary>
    Text = 3,

    /// <summary>hex.</summary>
    Hex = 4,

    /// <summary>int.</summary>
    Number = 5,
}

/// <summary>A configuration symbol that some release defines.</summary>
public sealed class KconfigSymbol
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>Name without CONFIG_.</summary>
    public required string Name { get; set; }
}

/// <summary>One definition of a symbol in one Kconfig file, as a span of releases has it.</summary>
public sealed class KconfigDefinition
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The <see cref="KconfigSymbol"/>.</summary>
    public int SymbolId { get; set; }

    /// <summary>The Kconfig file: <see cref="TreePath"/>.</summary>
    public int PathId { get; set; }

    /// <summary>Which definition of the symbol in this file, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>The type.</summary>
    public KconfigType Type { get; set; }

    /// <summary>The prompt; null when users cannot set it.</summary>
    public string? Prompt { get; set; }

    /// <summary>The help text without indentation; empty when there is none.</summary>
    public required string Help { get; set; }

    /// <summary>Menus from the top, separated by " › "; empty when not known.</summary>
    public required string Menu { get; set; }

    /// <summary>The "depends on" conditions, one a line, those of enclosing menus and ifs included.</summary>
    public required string DependsOn { get; set; }

    /// <summary>Symbols that it selects, one a line.</summary>
    public required string Selects { get; set; }

    /// <summary>What it is where nobody sets it, one a line, as written: "y", "m if PCI", "64"; the first that applies counts.</summary>
    public required string Defaults { get; set; }

    /// <summary>The first release with exactly this definition.</summary>
    public int FirstReleaseId { get; set; }

    /// <summary>The first release that has it otherwise or not at all; null while it stands.</summary>
    public int? EndReleaseId { get; set; }
}

/// <summary>What happened to a symbol.</summary>
public enum KconfigEventKind : byte
{
    /// <summary>Defined for the first time (or again after it was gone).</summary>
    Added = 1,

    /// <summary>Its last definition is gone.</summary>
    Removed = 2,

    /// <summary>Defined in another file.</summary>
    Moved = 3,

    /// <summary>Took the place of another symbol: <see cref="KconfigEvent.OtherSymbolId"/> is the older one.</summary>
    RenamedFrom = 4,

    /// <summary>Another symbol took its place: <see cref="KconfigEvent.OtherSymbolId"/> is the newer one.</summary>
    RenamedTo = 5,

    /// <summary>Its type changed.</summary>
    TypeChanged = 6,

    /// <summary>Its prompt changed.</summary>
    PromptChanged = 7,

    /// <summary>Its dependencies changed.</summary>
    DependenciesChanged = 8,
}

/// <summary>Something that happened to a symbol within a release, with its changeset.</summary>
public sealed class KconfigEvent
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The <see cref="KconfigSymbol"/>.</summary>
    public int SymbolId { get; set; }

    /// <summary>The <see cref="Release"/> in whose range it happened.</summary>
    public int ReleaseId { get; set; }

    /// <summary>The changeset; null when a merge did it.</summary>
    public int? CommitId { get; set; }

    /// <summary>What happened.</summary>
    public KconfigEventKind Kind { get; set; }

    /// <summary>The Kconfig file after it (before it, when removed): <see cref="TreePath"/>.</summary>
    public int PathId { get; set; }

    /// <summary>The file before a move.</summary>
    public int? OldPathId { get; set; }

    /// <summary>The other symbol of a renaming.</summary>
    public int? OtherSymbolId { get; set; }

    /// <summary>Type, prompt or dependencies before; null where that says nothing.</summary>
    public string? Before { get; set; }

    /// <summary>Type, prompt or dependencies after; of an addition the prompt.</summary>
    public string? After { get; set; }
}
