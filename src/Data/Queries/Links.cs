using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>A release to link to.</summary>
/// <param name="Version">The tag name it has or is expected to get.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Candidate">Number of the first -rc with the commit; 0: only the release has it; null: no tag has it.</param>
public sealed record ReleasePoint(string Version, ReleaseState State, int? Candidate);

/// <summary>A subsystem to link to.</summary>
/// <param name="Name">Heading of the MAINTAINERS section.</param>
/// <param name="Slug">The heading in a URL.</param>
public sealed record SubsystemLink(string Name, string Slug);

/// <summary>A source tree to link to.</summary>
/// <param name="Name">Its short unique name.</param>
/// <param name="Url">The repository; null when it is none.</param>
/// <param name="Kind">What it is.</param>
public sealed record TreeLink(string Name, string? Url, SourceKind Kind);

/// <summary>A pull to link to.</summary>
/// <param name="Sha">The merge commit.</param>
/// <param name="Title">One line about it.</param>
/// <param name="Tree">Name of the tree it came from.</param>
/// <param name="Changesets">Changesets it brought.</param>
public sealed record PullLink(ObjectId Sha, string Title, string Tree, int Changesets);

/// <summary>A name and address in a commit, and the developer behind them.</summary>
/// <param name="DeveloperId">The developer.</param>
/// <param name="Name">As written; may be empty.</param>
/// <param name="Email">As written; may be empty or malformed.</param>
public sealed record PersonLink(int DeveloperId, string Name, string Email);
