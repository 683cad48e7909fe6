using KernelTracker.Data.Queries;

namespace KernelTracker.Data.Reports;

/// <summary>A form in which reports are given, on the command line and as files of the site alike.</summary>
/// <param name="Name">What `report --format` calls it.</param>
/// <param name="Ending">How files of it end.</param>
/// <param name="Title">What people call it.</param>
/// <param name="ContentType">What it is sent as.</param>
/// <param name="Window">Writes the report of a stretch.</param>
/// <param name="Parts">Writes the parts of a merge window.</param>
public sealed record ReportFormat(
    string Name, string Ending, string Title, string ContentType, Func<WindowContent, string> Window, Func<PartReport, string> Parts)
{
    /// <summary>Every form; the first is the one that nobody has to ask for.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("text", "txt", "text", "text/plain", WindowText.ToText, PartText.ToText),
        new("markdown", "md", "Markdown", "text/markdown", WindowText.ToMarkdown, PartText.ToMarkdown),
        new("html", "html", "HTML", "text/html", WindowText.ToHtml, PartText.ToHtml),
        new("json", "json", "JSON", "application/json", WindowText.ToJson, PartText.ToJson),
    ];

    /// <summary>The form of a name.</summary>
    public static ReportFormat Named(string name) => All.Single(f => f.Name == name);
}
