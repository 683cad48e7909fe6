namespace KernelTracker.Web.Charts;

/// <summary>A vertical axis from zero to a round number.</summary>
/// <param name="Top">The value at its top.</param>
/// <param name="Step">The distance of its marks.</param>
public readonly record struct Axis(double Top, double Step)
{
    private const int MostMarks = 5;

    private static readonly int[] RoundSteps = [1, 2, 5, 10];

    /// <summary>The axis that holds values up to the given one with at most five marks at 1, 2 or 5 times a power of ten.</summary>
    public static Axis For(double highest)
    {
        if (highest <= 1)
            return new Axis(1, 1);
        var power = Math.Pow(10, Math.Floor(Math.Log10(highest / MostMarks)));
        var step = RoundSteps.Select(m => Math.Max(1, m * power)).First(s => Math.Ceiling(highest / s) <= MostMarks);
        return new Axis(Math.Ceiling(highest / step) * step, step);
    }

    /// <summary>The marks from zero to the top.</summary>
    public IEnumerable<double> Marks
    {
        get
        {
            for (var i = 0; i * Step <= Top; i++)
                yield return i * Step;
        }
    }
}
