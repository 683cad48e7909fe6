namespace KernelTracker.Data.Model;

/// <summary>Where updates in review are seen.</summary>
public enum ReviewSource : byte
{
    /// <summary>A branch of a stable-review tree (linux-stable-rc): the candidate "Linux 3.16.5-rc1" at its tip.</summary>
    Branch = 1,

    /// <summary>A queue of a stable-queue tree (queue-3.16/series): patches collected for the next update, not yet announced.</summary>
    Queue = 2,

    /// <summary>An announced review of a stable-queue tree (review-3.16/), with the announcement where it is kept.</summary>
    Announced = 3,
}

/// <summary>A stable update in preparation. It goes when the update's tag arrives, or when its source no longer has it.</summary>
public sealed class ReviewRound
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The <see cref="StableSeries"/>.</summary>
    public int SeriesId { get; set; }

    /// <summary>Number of the update that it is to become.</summary>
    public int Number { get; set; }

    /// <summary>N of -rcN; null for a queue, which has none yet.</summary>
    public int? Candidate { get; set; }

    /// <summary>Where it is seen.</summary>
    public ReviewSource Source { get; set; }

    /// <summary>The <see cref="TrackedTree"/>.</summary>
    public int TrackedTreeId { get; set; }

    /// <summary>Since when, seconds since 1970 UTC: the committer date of the candidate's version bump; of a queue, of the commit that last changed it.</summary>
    public long Since { get; set; }

    /// <summary>Offset of <see cref="Since"/> from UTC in minutes.</summary>
    public int SinceOffset { get; set; }

    /// <summary>Until when responses are asked for ("Responses should be made by …"), seconds since 1970 UTC; null when not stated.</summary>
    public long? Due { get; set; }

    /// <summary>How many patches it has, the version bump not counted.</summary>
    public int Patches { get; set; }
}

/// <summary>A patch in review.</summary>
public sealed class ReviewPatch
{
    /// <summary>The <see cref="ReviewRound"/>.</summary>
    public int RoundId { get; set; }

    /// <summary>Its place in the series, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>Its subject; of a patch that is missing, the file name that the series gives.</summary>
    public required string Subject { get; set; }

    /// <summary>Who wrote it, as written; empty when not stated.</summary>
    public required string Author { get; set; }

    /// <summary>The series names it, but its file is not there or is no patch.</summary>
    public bool IsMissing { get; set; }

    /// <summary>What it says about its upstream.</summary>
    public UpstreamStatement Upstream { get; set; }

    /// <summary>The (first) mainline commit that it names, as written in lower case; null when it names none.</summary>
    public string? Written { get; set; }

    /// <summary>That <see cref="Commit"/>, when we hold exactly one.</summary>
    public int? UpstreamCommitId { get; set; }
}
