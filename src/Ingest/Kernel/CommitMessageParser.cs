namespace KernelTracker.Ingest.Kernel;

/// <summary>A commit message taken apart.</summary>
/// <param name="Subject">The first paragraph on one line, as git's %s.</param>
/// <param name="Body">The rest without the closing block of trailers.</param>
/// <param name="Trailers">Trailers in the order they stand.</param>
internal sealed record ParsedMessage(string Subject, string Body, IReadOnlyList<TrailerLine> Trailers);

/// <summary>One trailer of a commit message.</summary>
/// <param name="Key">The key as usually written: "Signed-off-by".</param>
/// <param name="Value">The value, continuation lines joined by a space.</param>
/// <param name="PersonName">Name of the person the value names; null when it names none. May be empty when only an address stands.</param>
/// <param name="PersonEmail">Address of the person; empty when the value holds only a name; null when it names none.</param>
internal sealed record TrailerLine(string Key, string Value, string? PersonName, string? PersonEmail);

/// <summary>Takes commit messages apart into subject, body and trailers.</summary>
internal static class CommitMessageParser
{
    /// <summary>Reads one whole commit message.</summary>
    public static ParsedMessage Parse(string message) => new(message, "", []);
}
