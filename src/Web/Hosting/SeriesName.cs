using KernelTracker.Data.Model;

namespace KernelTracker.Web.Hosting;

/// <summary>Reads the name of a stable series in the forms in use: "3.16", "v3.16", "linux-3.16.y".</summary>
public static class SeriesName
{
    /// <summary>Reads a name; false for anything else, a candidate included.</summary>
    public static bool TryParse(string? text, out KernelVersion series)
    {
        series = default;
        if (text is null)
            return false;
        if (text.StartsWith("linux-", StringComparison.OrdinalIgnoreCase) && text.EndsWith(".y", StringComparison.OrdinalIgnoreCase))
            text = text[6..^2];
        return KernelVersion.TryParse(text, out series) && series.Candidate is null;
    }
}
