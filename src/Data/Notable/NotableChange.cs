using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>Who will notice a change.</summary>
public enum Audience : byte
{
    /// <summary>Users: of system calls, files, options, tools.</summary>
    Users = 1,

    /// <summary>Kernel developers, those of modules outside the tree included.</summary>
    Developers = 2,
}

/// <summary>What a notable change says happened.</summary>
public enum Happening : byte
{
    /// <summary>New in the stretch.</summary>
    Added = 1,

    /// <summary>Gone since the stretch.</summary>
    Removed = 2,

    /// <summary>It works otherwise than before.</summary>
    Changed = 3,

    /// <summary>It came and went within the stretch.</summary>
    CameAndWent = 4,
}

/// <summary>A piece of a line: words, or a name that others rely on.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Name">The name as the source spells it, when it is one; null for words.</param>
/// <param name="Kind">What the name is; null for words, and for names that are no interface (a configuration symbol, a path).</param>
public sealed record NotableRun(string Text, string? Name = null, InterfaceKind? Kind = null);

/// <summary>A changeset that is evidence for a notable change.</summary>
/// <param name="Sha">The commit.</param>
/// <param name="Subject">Its subject.</param>
public sealed record NotableChangeset(ObjectId Sha, string Subject);

/// <summary>The pull that brought a notable change.</summary>
/// <param name="Sha">The merge.</param>
/// <param name="Title">One line about it.</param>
public sealed record NotablePull(ObjectId Sha, string Title);

/// <summary>A line for "what users will notice" or "what kernel developers will notice", with what it stands on.</summary>
public sealed record NotableChange
{
    /// <summary>Who will notice.</summary>
    public required Audience Audience { get; init; }

    /// <summary>What kind of change it is.</summary>
    public required NotableKind Kind { get; init; }

    /// <summary>Whether it came, went, or works otherwise.</summary>
    public required Happening Change { get; init; }

    /// <summary>The heading it is listed under.</summary>
    public required Area Area { get; init; }

    /// <summary>The line, in pieces.</summary>
    public required IReadOnlyList<NotableRun> Line { get; init; }

    /// <summary>A sentence more, in the words of the source (help text, document, pull request); null when there is none.</summary>
    public string? Detail { get; init; }

    /// <summary>What it stands on, in words: "added to the system-call table".</summary>
    public required string Evidence { get; init; }

    /// <summary>From 0 to 100: how sure and how much noticed.</summary>
    public required int Strength { get; init; }

    /// <summary>It is shown; a weak one lies behind a fold.</summary>
    public required bool IsStrong { get; init; }

    /// <summary>All names it is about, in order.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Files of the names.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The changesets behind it, oldest first; empty when merges did it.</summary>
    public required IReadOnlyList<NotableChangeset> Changesets { get; init; }

    /// <summary>The pull that brought it; null when several did, or none.</summary>
    public required NotablePull? Pull { get; init; }

    /// <summary>The line as plain text.</summary>
    public string Text => string.Concat(Line.Select(r => r.Text));
}
