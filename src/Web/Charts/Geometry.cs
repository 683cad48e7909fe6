namespace KernelTracker.Web.Charts;

/// <summary>A bar; <paramref name="Kind"/> says which class of the drawing it has.</summary>
public sealed record Bar(double X, double Y, double Width, double Height, string Kind);

/// <summary>A label and where it stands; <paramref name="Anchor"/> is "start", "middle" or "end".</summary>
public sealed record Label(double X, double Y, string Text, string Anchor, string Kind);

/// <summary>A straight line.</summary>
public sealed record Rule(double X1, double Y1, double X2, double Y2, string Kind);

/// <summary>A band that flows from left to right, level as far as its label goes; <paramref name="Kind"/> says which class of the drawing it has.</summary>
/// <param name="X1">Where it begins.</param>
/// <param name="Y1">Its upper edge there.</param>
/// <param name="Bend">Where it begins to bend.</param>
/// <param name="X2">Where it ends.</param>
/// <param name="Y2">Its upper edge there.</param>
/// <param name="Height">Its height.</param>
/// <param name="Kind">Class of the drawing.</param>
public sealed record Band(double X1, double Y1, double Bend, double X2, double Y2, double Height, string Kind);

/// <summary>Everything that a chart draws.</summary>
/// <param name="Size">Its measures.</param>
/// <param name="Bars">Bars.</param>
/// <param name="Rules">Lines.</param>
/// <param name="Labels">Labels.</param>
/// <param name="Path">Points of the line; empty for none.</param>
public sealed record Drawing(
    ChartSize Size,
    IReadOnlyList<Bar> Bars,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<Label> Labels,
    IReadOnlyList<(double X, double Y)> Path)
{
    /// <summary>Bands, below everything else.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];
}
