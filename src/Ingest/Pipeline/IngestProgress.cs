namespace KernelTracker.Ingest.Pipeline;

/// <summary>How far a run is.</summary>
/// <param name="Stage">What it is doing, for people: "reading commits".</param>
/// <param name="Done">Work done in this stage.</param>
/// <param name="Total">Work in this stage; 0 when not known.</param>
internal readonly record struct IngestProgress(string Stage, int Done, int Total);

/// <summary>The names of the stages.</summary>
internal static class Stages
{
    public const string Fetching = "fetching";
    public const string Finding = "finding new commits";
    public const string Reading = "reading commits";
    public const string Publishing = "counting releases";
    public const string Review = "reading updates in review";
    public const string Vulnerabilities = "reading vulnerabilities";
    public const string Stable = "counting stable updates";
    public const string Hardware = "reading hardware";
    public const string Interfaces = "reading interfaces";
    public const string Noticing = "ranking what will be noticed";
    public const string CountingLines = "counting lines";
}
