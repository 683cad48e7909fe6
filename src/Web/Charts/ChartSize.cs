namespace KernelTracker.Web.Charts;

/// <summary>The measures of a chart in CSS pixels, at which its letters have their true size.</summary>
/// <param name="Width">Whole width.</param>
/// <param name="Height">Whole height.</param>
/// <param name="Left">Room for the numbers of the axis.</param>
/// <param name="Top">Room for marks above the plot.</param>
/// <param name="Bottom">Room for dates below the plot.</param>
public sealed record ChartSize(int Width, int Height, int Left, int Top, int Bottom)
{
    private const int RightMargin = 12;

    /// <summary>For a page of text width and more.</summary>
    public static ChartSize Wide { get; } = new(960, 260, 50, 28, 26);

    /// <summary>For a tablet, or a small window.</summary>
    public static ChartSize Medium { get; } = new(700, 250, 50, 28, 26);

    /// <summary>For a phone.</summary>
    public static ChartSize Narrow { get; } = new(340, 240, 50, 28, 26);

    /// <summary>Where the plot ends at the right.</summary>
    public int Right => Width - RightMargin;

    /// <summary>Where the plot ends at the bottom: the zero line.</summary>
    public int Base => Height - Bottom;

    /// <summary>Width of the plot.</summary>
    public int PlotWidth => Right - Left;

    /// <summary>Height of the plot.</summary>
    public int PlotHeight => Base - Top;

    /// <summary>Height of a value on an axis, as a y coordinate.</summary>
    public double Y(double value, Axis axis) => Base - (PlotHeight * value / axis.Top);
}
