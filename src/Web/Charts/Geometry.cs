namespace KernelTracker.Web.Charts;

/// <summary>A bar; <paramref name="Kind"/> says which class of the drawing it has.</summary>
public sealed record Bar(double X, double Y, double Width, double Height, string Kind);

/// <summary>A label and where it stands; <paramref name="Anchor"/> is "start", "middle" or "end".</summary>
public sealed record Label(double X, double Y, string Text, string Anchor, string Kind);

/// <summary>A straight line.</summary>
public sealed record Rule(double X1, double Y1, double X2, double Y2, string Kind);

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
    IReadOnlyList<(double X, double Y)> Path);
