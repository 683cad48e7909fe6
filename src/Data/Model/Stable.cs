namespace KernelTracker.Data.Model;

/// <summary>How long a stable series is kept up.</summary>
public enum SeriesSupport : byte
{
    /// <summary>Until some weeks after the next mainline release.</summary>
    Stable = 1,

    /// <summary>For years.</summary>
    Longterm = 2,
}

/// <summary>Where a stable series stands as of the newest commit of all tracked trees.</summary>
public enum SeriesState : byte
{
    /// <summary>Its end of life lies ahead; or none is known, and it had an update or a review within the last 120 days.</summary>
    Maintained = 1,

    /// <summary>Its end of life is known and over.</summary>
    Ended = 2,

    /// <summary>No end of life is known, and nothing came for more than 120 days.</summary>
    Quiet = 3,
}

/// <summary>A stable series: the updates of one mainline release.</summary>
public sealed class StableSeries
{
    /// <summary><see cref="KernelVersion.SortKey"/> of the mainline release; the <see cref="Release.Id"/> where mainline's history holds it.</summary>
    public int Id { get; set; }

    /// <summary>As customarily named: "3.16", "2.6.32".</summary>
    public required string Name { get; set; }

    /// <summary>Stable or longterm, by the reviewed list of series.</summary>
    public SeriesSupport Support { get; set; }

    /// <summary>End of life, stated or planned: midnight UTC, seconds since 1970; null when the list has none.</summary>
    public long? EndOfLife { get; set; }

    /// <summary>Where it stands.</summary>
    public SeriesState State { get; set; }

    /// <summary>The <see cref="Commit"/> of the mainline release; null when no tree has its tag.</summary>
    public int? BaseCommitId { get; set; }
}

/// <summary>A stable update: a tag vX.Y.Z (v2.6.X.Y) of a stable tree. Its changesets are the range from the update before, its version bump not counted.</summary>
public sealed class StableUpdate
{
    /// <summary>The <see cref="StableSeries"/>.</summary>
    public int SeriesId { get; set; }

    /// <summary>Its number within the series, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The tag name, "v3.16.4".</summary>
    public required string Version { get; set; }

    /// <summary>The tagged <see cref="Commit"/>.</summary>
    public int CommitId { get; set; }

    /// <summary>The <see cref="TrackedTree"/> whose tag counts.</summary>
    public int TrackedTreeId { get; set; }

    /// <summary>
    /// Number of the update that its range starts from, normally the one before; 0 for the mainline release; null when
    /// neither is known, or is no ancestor: then nothing about its content is counted.
    /// </summary>
    public int? PreviousNumber { get; set; }

    /// <summary>Committer date of the tagged commit, seconds since 1970 UTC.</summary>
    public long Time { get; set; }

    /// <summary>Offset of <see cref="Time"/> from UTC in minutes.</summary>
    public int TimeOffset { get; set; }

    /// <summary>The commit that only raises the version, which does not count; null when there is none.</summary>
    public int? BumpCommitId { get; set; }

    /// <summary>Changesets: commits of its range that are not merges, without the version bump; null when the range is not known.</summary>
    public int? Changesets { get; set; }

    /// <summary>Distinct <see cref="Developer"/>s who wrote one of them; null when the range is not known.</summary>
    public int? Developers { get; set; }

    /// <summary>Sum of lines added; null until all are counted.</summary>
    public long? AddedLines { get; set; }

    /// <summary>Sum of lines removed; null until all are counted.</summary>
    public long? RemovedLines { get; set; }

    /// <summary>How many <see cref="StableDeviceId"/>s it has; null until its drivers were read, or when its range is not known.</summary>
    public int? DeviceIds { get; set; }
}

/// <summary>What a stable changeset says about where it comes from.</summary>
public enum UpstreamStatement : byte
{
    /// <summary>Nothing that we understand.</summary>
    None = 0,

    /// <summary>It names at least one mainline commit: <see cref="Backport"/>.</summary>
    Named = 1,

    /// <summary>It says that mainline has no such commit ("not upstream", "no upstream commit").</summary>
    NoUpstream = 2,

    /// <summary>It reverts a changeset of its own series, and names that one.</summary>
    RevertsStable = 3,
}

/// <summary>Why a changeset is in a stable update, by what it or its mainline changeset says.</summary>
[Flags]
public enum StableReasons
{
    /// <summary>No reason is stated.</summary>
    None = 0,

    /// <summary>"Cc: stable@…".</summary>
    CcStable = 1,

    /// <summary>"Fixes: …".</summary>
    Fixes = 2,

    /// <summary>It states none itself, and no tracked tree holds the mainline changeset that it names: that one may.</summary>
    NotKnown = 4,
}

/// <summary>A changeset of a stable update.</summary>
public sealed class StableChangeset
{
    /// <summary>The <see cref="StableSeries"/>.</summary>
    public int SeriesId { get; set; }

    /// <summary>The <see cref="StableUpdate.Number"/>.</summary>
    public int Number { get; set; }

    /// <summary>The <see cref="Commit"/>. It belongs to one update of a series.</summary>
    public int CommitId { get; set; }

    /// <summary>Its place in the update, oldest first, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>What it says about its upstream.</summary>
    public UpstreamStatement Upstream { get; set; }

    /// <summary>Why it is there.</summary>
    public StableReasons Reasons { get; set; }
}

/// <summary>Whether an id written in a message leads to a commit that we hold.</summary>
public enum MentionState : byte
{
    /// <summary>To exactly one.</summary>
    Found = 1,

    /// <summary>To none of the tracked trees, yet.</summary>
    NotHeld = 2,

    /// <summary>Abbreviated, and several commits begin so.</summary>
    Ambiguous = 3,
}

/// <summary>
/// A mainline commit named by a stable changeset ("commit … upstream.", "[ Upstream commit … ]", "(cherry picked from
/// commit …)"). It is kept as written, and becomes a link when a tree that has the commit arrives.
/// </summary>
public sealed class Backport
{
    /// <summary>The stable <see cref="Commit"/>.</summary>
    public int CommitId { get; set; }

    /// <summary>Order within the message, from 0: a changeset may join several mainline commits.</summary>
    public int Ordinal { get; set; }

    /// <summary>The id as written, in lower case: 7 to 40 hexadecimal digits.</summary>
    public required string Written { get; set; }

    /// <summary>Whether it leads to a commit that we hold.</summary>
    public MentionState State { get; set; }

    /// <summary>The mainline <see cref="Commit"/>; null unless found.</summary>
    public int? UpstreamCommitId { get; set; }
}

/// <summary>What a changeset does to an earlier one.</summary>
public enum RepairKind : byte
{
    /// <summary>"Fixes: 0123456789ab ("subject")".</summary>
    Fixes = 1,

    /// <summary>"This reverts commit …".</summary>
    Reverts = 2,
}

/// <summary>A changeset, of mainline or stable, that fixes or reverts another one by its own words.</summary>
public sealed class Repair
{
    /// <summary>The <see cref="Commit"/> that repairs.</summary>
    public int CommitId { get; set; }

    /// <summary>Order within the message, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>What it does.</summary>
    public RepairKind Kind { get; set; }

    /// <summary>The id of the repaired commit as written, in lower case.</summary>
    public required string Written { get; set; }

    /// <summary>Whether it leads to a commit that we hold.</summary>
    public MentionState State { get; set; }

    /// <summary>The repaired <see cref="Commit"/>; null unless found.</summary>
    public int? TargetCommitId { get; set; }
}

/// <summary>A device id that a stable update brought to a driver.</summary>
public sealed class StableDeviceId
{
    /// <summary>The <see cref="StableSeries"/>.</summary>
    public int SeriesId { get; set; }

    /// <summary>The <see cref="StableUpdate.Number"/>.</summary>
    public int Number { get; set; }

    /// <summary>Order within the update, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>The driver's source: a row of the paths.</summary>
    public int PathId { get; set; }

    /// <summary>The bus.</summary>
    public DeviceBus Bus { get; set; }

    /// <summary>The id as people write it, in the form of <see cref="DeviceId"/>.</summary>
    public required string Text { get; set; }

    /// <summary>The changeset that brought it; null when several of the update touched the file.</summary>
    public int? CommitId { get; set; }
}
