namespace KernelTracker.Data.Model;

/// <summary>Where a mainline release stands.</summary>
public enum ReleaseState : byte
{
    /// <summary>Its merge window is open: no -rc1 yet.</summary>
    WindowOpen = 1,

    /// <summary>-rc1 is out, the release is not.</summary>
    Stabilizing = 2,

    /// <summary>Tagged.</summary>
    Released = 3,
}

/// <summary>A mainline release, or the one in the making. Its figures are counted once, by ingest.</summary>
public sealed class Release
{
    /// <summary><see cref="KernelVersion.SortKey"/>, which also is the number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The tag name, for instance "v2.6.30"; of an untagged one, the tag it is expected to get.</summary>
    public required string Version { get; set; }

    /// <summary>Where it stands.</summary>
    public ReleaseState State { get; set; }

    /// <summary>The tagged <see cref="Commit"/>; of an untagged release, the tip of the tracked branch.</summary>
    public int CommitId { get; set; }

    /// <summary>The release before it; null for the first one in the history.</summary>
    public int? PreviousId { get; set; }

    /// <summary>Committer date of <see cref="CommitId"/>, seconds since 1970 UTC.</summary>
    public long Time { get; set; }

    /// <summary>Offset of <see cref="Time"/> from UTC in minutes, as committed.</summary>
    public int TimeOffset { get; set; }

    /// <summary>Object name of its MAINTAINERS file, 20 bytes; null when it has none.</summary>
    public byte[]? MaintainersSha { get; set; }

    /// <summary>First <see cref="Commit.Position"/> of its range.</summary>
    public int FirstPosition { get; set; }

    /// <summary>Last <see cref="Commit.Position"/> of its range.</summary>
    public int LastPosition { get; set; }

    /// <summary>The tip that ends the window: the commit of -rc1, or of the tip while the window is open; null when the release has no -rc1 tag.</summary>
    public int? WindowCommitId { get; set; }

    /// <summary>Changesets: commits that are not merges.</summary>
    public int Changesets { get; set; }

    /// <summary>Commits with merges.</summary>
    public int Commits { get; set; }

    /// <summary>Changesets of the merge window (first candidate; all there is while the window is open); null when the release has no -rc1 tag.</summary>
    public int? WindowChangesets { get; set; }

    /// <summary>Commits with merges of the merge window; null when the release has no -rc1 tag.</summary>
    public int? WindowCommits { get; set; }

    /// <summary>Merges on the mainline chain.</summary>
    public int Pulls { get; set; }

    /// <summary>Distinct <see cref="Developer"/>s who wrote a changeset.</summary>
    public int Developers { get; set; }

    /// <summary>Developers with no changeset in an earlier release of this history.</summary>
    public int NewDevelopers { get; set; }

    /// <summary>Sum of lines added over the changesets; null until all are counted.</summary>
    public long? AddedLines { get; set; }

    /// <summary>Sum of lines removed over the changesets; null until all are counted.</summary>
    public long? RemovedLines { get; set; }
}

/// <summary>A release candidate (-rc tag) of a release.</summary>
public sealed class ReleaseCandidate
{
    /// <summary>The <see cref="Release"/>.</summary>
    public int ReleaseId { get; set; }

    /// <summary>N of -rcN.</summary>
    public int Number { get; set; }

    /// <summary>The tagged <see cref="Commit"/>.</summary>
    public int CommitId { get; set; }

    /// <summary>Committer date, seconds since 1970 UTC.</summary>
    public long Time { get; set; }

    /// <summary>Offset of <see cref="Time"/> from UTC in minutes.</summary>
    public int TimeOffset { get; set; }

    /// <summary>Changesets new in this candidate.</summary>
    public int Changesets { get; set; }

    /// <summary>Commits, merges included, new in this candidate.</summary>
    public int Commits { get; set; }
}
