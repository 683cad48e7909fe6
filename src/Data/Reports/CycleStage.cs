using System.Globalization;
using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>A point that every development cycle passes: its opening, its candidates, its release.</summary>
internal readonly record struct CycleStage
{
    private const int ReleaseNumber = int.MaxValue;

    private readonly int _number;

    private CycleStage(int number) => _number = number;

    /// <summary>The release before was tagged: the merge window opens.</summary>
    public static CycleStage Opening { get; } = new(0);

    /// <summary>The release is tagged.</summary>
    public static CycleStage Release { get; } = new(ReleaseNumber);

    /// <summary>-rcN; -rc1 closes the merge window.</summary>
    public static CycleStage Candidate(int number) => new(number);

    /// <summary>N of -rcN; 0 for the opening.</summary>
    public int Number => _number;

    /// <summary>When a release passed it; null when it has not, or did not.</summary>
    public DateTimeOffset? Of(ReleaseFigures release)
    {
        var number = _number;
        return number switch
        {
            0 => release.Opened,
            ReleaseNumber => release.IsReleased ? release.Time : null,
            _ => release.Candidates.FirstOrDefault(c => c.Number == number)?.Time,
        };
    }

    /// <summary>What it is called in a sentence: "the opening of the window", "-rc3".</summary>
    public override string ToString() => _number switch
    {
        0 => "the opening of the window",
        ReleaseNumber => "the release",
        _ => string.Create(CultureInfo.InvariantCulture, $"-rc{_number}"),
    };
}
