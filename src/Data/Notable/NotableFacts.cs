using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>A changeset of the stretch.</summary>
/// <param name="Id">Its number; children have higher ones than their parents.</param>
/// <param name="Sha">Its name.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Position">Its position on the mainline chain, which its pull shares.</param>
internal sealed record CommitFact(int Id, ObjectId Sha, string Subject, Area Area, int Position)
{
    /// <summary>A later changeset of the stretch reverts it, and stands.</summary>
    public bool IsReverted { get; init; }

    /// <summary>It touches documents only: what they describe may be older.</summary>
    public bool IsOfDocuments { get; init; }

    /// <summary>It touches only files that the stretch brought: nobody knew them otherwise.</summary>
    public bool IsOfNewFiles { get; init; }
}

/// <summary>A pull of the stretch.</summary>
/// <param name="Position">Its position on the mainline chain.</param>
/// <param name="Sha">The merge.</param>
/// <param name="Title">One line about it.</param>
/// <param name="Text">The request's own words; empty when there were none.</param>
/// <param name="Area">What most of it is about.</param>
internal sealed record PullFact(int Position, ObjectId Sha, string Title, string Text, Area Area);

/// <summary>What became of an interface, net of the stretch (or within it, when it came and went).</summary>
/// <param name="Kind">What the name is.</param>
/// <param name="Name">The name.</param>
/// <param name="Change">What happened.</param>
/// <param name="Text">What stands with it: a declaration, a value, a sentence.</param>
/// <param name="Paths">Its files.</param>
/// <param name="Commits">The changesets that did it, oldest first.</param>
internal sealed record NameFact(
    InterfaceKind Kind, string Name, Happening Change, string Text, IReadOnlyList<string> Paths, IReadOnlyList<int> Commits)
{
    /// <summary>What stands with it in each of its files; empty where that is of no use.</summary>
    public IReadOnlyList<(string Path, string Text)> Stands { get; init; } = [];

    /// <summary>Among the commands of a call it is none, but an argument of one, a flag or a limit (<see cref="CommandNumbers"/>).</summary>
    public bool IsArgument { get; init; }
}

/// <summary>A configuration option that came or went.</summary>
/// <param name="Symbol">Name without CONFIG_.</param>
/// <param name="Change">What happened.</param>
/// <param name="Prompt">What configuration programs show.</param>
/// <param name="Help">Its help text; empty when there is none.</param>
/// <param name="Type">Its type.</param>
/// <param name="Defaults">What it is where nobody sets it, as written, the first that applies: "y", "m if PCI", "64".</param>
/// <param name="Menu">Titles of the menus around it.</param>
/// <param name="Path">The Kconfig file.</param>
/// <param name="Commit">The changeset; null when a merge did it.</param>
/// <param name="RemovedSources">Source files below the folder of <paramref name="Path"/> that this changeset removed.</param>
internal sealed record OptionFact(
    string Symbol, Happening Change, string Prompt, string Help, KconfigType Type, IReadOnlyList<string> Defaults, string Menu, string Path, int? Commit, int RemovedSources)
{
    /// <summary>How many there are to choose from, where it is one of a choice: one of them is always taken. 0 otherwise.</summary>
    public int Choices { get; init; }
}

/// <summary>All that notable changes are made of.</summary>
/// <param name="Names">Interfaces.</param>
/// <param name="Options">Configuration options that stand for no device.</param>
/// <param name="NewFiles">Headers among the files of the names that are new themselves.</param>
/// <param name="Commits">Every changeset that one of those names, and those whose subject tells of a behaviour; by number.</param>
/// <param name="Pulls">Pulls by position.</param>
internal sealed record NotableFacts(
    IReadOnlyList<NameFact> Names,
    IReadOnlyList<OptionFact> Options,
    IReadOnlySet<string> NewFiles,
    IReadOnlyDictionary<int, CommitFact> Commits,
    IReadOnlyDictionary<int, PullFact> Pulls);
