using System.Globalization;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Queries;

/// <summary>A commit of the mainline chain.</summary>
/// <param name="Position">Its number on the chain.</param>
/// <param name="Sha">Its name.</param>
/// <param name="Committed">Its committer date in its own offset.</param>
/// <param name="IsMerge">It is a pull.</param>
/// <param name="Changesets">Changesets that came with it (itself, when it is one).</param>
public sealed record ChainStep(int Position, ObjectId Sha, DateTimeOffset Committed, bool IsMerge, int Changesets)
{
    /// <summary>The calendar day of the committer.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Committed.DateTime);
}

/// <summary>
/// A stretch of the mainline chain: what came in after one commit of the chain, up to another. The whole release, its
/// merge window, and "as of T, since S" are stretches of one release; a comparison may reach over several.
/// </summary>
public sealed record ReleaseRange
{
    /// <summary>The release in which the stretch ends.</summary>
    internal int ReleaseId { get; init; }

    /// <summary>The release in which the stretch begins; the same as <see cref="ReleaseId"/> but for comparisons.</summary>
    internal int FirstReleaseId { get; init; }

    /// <summary>Releases that lie in the stretch from their first changeset to their last.</summary>
    internal IReadOnlyList<int> WholeReleases { get; init; } = [];

    /// <summary>What <see cref="AsOf"/> has and <see cref="Since"/> has not was asked for, in whichever releases that came in; both are given then.</summary>
    public bool IsComparison { get; init; }

    /// <summary>The release; of a comparison, the one in which it ends.</summary>
    public required string Version { get; init; }

    /// <summary>The release before (the first of) it; null for the first of the history.</summary>
    public required string? Previous { get; init; }

    /// <summary>Where the release stands.</summary>
    public required ReleaseState State { get; init; }

    /// <summary>As of which moment; null for everything there is.</summary>
    public required Moment? AsOf { get; init; }

    /// <summary>The moment that cuts the stretch off; null where it is the release itself: "v2.6.32 as of v2.6.32" says it twice.</summary>
    public Moment? CutAt => AsOf?.Version?.ToString() == Version ? null : AsOf;

    /// <summary>Since which moment; null for since the previous release.</summary>
    public required Moment? Since { get; init; }

    /// <summary>Positions on the chain after this one.</summary>
    public required int After { get; init; }

    /// <summary>Positions on the chain up to and with this one.</summary>
    public required int UpTo { get; init; }

    /// <summary>Position at which the release ends, or the tip is.</summary>
    internal int LastPosition { get; init; }

    /// <summary>The newest chain commit of the stretch; null when nothing of the release is as old.</summary>
    public required ChainStep? Tip { get; init; }

    /// <summary>The chain commit after which the stretch begins; null when it begins with the release.</summary>
    public required ChainStep? SinceTip { get; init; }

    /// <summary>The chain of the stretch, oldest first.</summary>
    public required IReadOnlyList<ChainStep> Chain { get; init; }

    /// <summary>The stretch is the whole release; of a comparison, one or more whole releases.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>What git calls the stretch: "v2.6.29..v2.6.30", "v2.6.27..04ab59180856".</summary>
    public string GitRange
    {
        get
        {
            var from = SinceTip is { } since ? Name(Since, since, OffChain.Since) : Previous;
            var to = IsWhole && State == ReleaseState.Released ? Version
                : Tip is { } tip ? Name(AsOf, tip, OffChain.AsOf)
                : Previous ?? Version;
            return from is null ? to : $"{from}..{to}";
        }
    }

    /// <summary>The stretch for people: "v3.18 as of 2014-10-08, since v3.17".</summary>
    public string Title => IsComparison
        ? $"From {Since} to {AsOf}"
        : Version + (CutAt is { } asOf ? $" as of {asOf}" : "") + $", since {Since?.ToString() ?? Previous ?? "the beginning of the history"}";

    /// <summary>The command that counts the changesets of the stretch.</summary>
    public string CountCommand => $"git rev-list --no-merges --count {GitRange}";

    /// <summary>The command that finds the tip of a stretch that was asked for by time; null when it was not.</summary>
    public string? TipCommand => BeforeCommand(AsOf, Until);

    /// <summary>The command that finds the commit after which a stretch begins that was asked for by time; null when it was not.</summary>
    public string? SinceCommand => SinceTip is null ? null : BeforeCommand(Since, Until);

    private static string? BeforeCommand(Moment? moment, string until) => moment?.Time is { } time
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"git rev-list -1 --first-parent --before={time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {until}")
        : null;

    /// <summary>What git calls the end of the release: its tag, or the tip while there is none.</summary>
    public required string Until { get; init; }

    /// <summary>Which of the two moments name a commit beside the chain; the first chain commit that has it stands for it.</summary>
    internal (bool Since, bool AsOf) OffChain { get; init; }

    /// <summary>What stands for a commit beside the chain, as a sentence; null when both moments lie on it.</summary>
    public string? ChainNote
    {
        get
        {
            string?[] notes =
            [
                OffChain.Since && SinceTip is { } since ? Note(Since, since) : null,
                OffChain.AsOf && Tip is { } tip ? Note(AsOf, tip) : null,
            ];
            return notes.OfType<string>().ToList() is { Count: > 0 } told ? string.Join(' ', told) : null;
        }
    }

    private static string Note(Moment? moment, ChainStep step) =>
        $"{moment} is beside mainline's own line of first parents; {step.Sha.Abbreviated}, the first commit there that has it, stands for it.";

    private static string Name(Moment? moment, ChainStep step, bool isBeside) =>
        (isBeside ? null : moment?.Version?.ToString()) ?? step.Sha.Abbreviated;
}

/// <summary>A range, or what is wrong with the question.</summary>
/// <param name="Range">The range; null when there is a problem.</param>
/// <param name="Problem">A sentence for the reader; null when there is a range.</param>
/// <param name="IsMissing">The release does not exist (as against: the question makes no sense).</param>
public sealed record RangeAnswer(ReleaseRange? Range, string? Problem, bool IsMissing)
{
    internal static RangeAnswer Of(ReleaseRange range) => new(range, null, false);

    internal static RangeAnswer Missing(KernelVersion version) =>
        new(null, $"The tracked history has no release {version.Release}.", true);

    internal static RangeAnswer Wrong(string problem) => new(null, problem, false);
}
