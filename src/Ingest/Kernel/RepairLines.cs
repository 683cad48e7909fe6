using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>Reads which earlier commits a changeset fixes or reverts, by its own words (Documentation/process/submitting-patches.rst).</summary>
internal static partial class RepairLines
{
    /// <summary>Reads a message: every "Fixes:" line and every commit that it says it reverts, each once; never throws.</summary>
    /// <returns>Ids of 7 to 40 hexadecimal digits in lower case: those of the "Fixes:" lines first.</returns>
    public static IReadOnlyList<(RepairKind Kind, string Id)> Read(ParsedMessage message)
    {
        var found = new List<(RepairKind Kind, string Id)>();
        foreach (var trailer in message.Trailers)
            if (trailer.Key == "Fixes" && FixedIds(trailer.Value) is { } id)
                Add(found, RepairKind.Fixes, id);
        foreach (var mention in MentionedCommits.Find(message.Subject + "\n\n" + message.Body))
        {
            if (!ThisReverts().IsMatch(mention.Before))
                continue;
            foreach (var id in mention.Ids)
                Add(found, RepairKind.Reverts, id);
        }
        return found;
    }

    private static void Add(List<(RepairKind Kind, string Id)> found, RepairKind kind, string id)
    {
        if (!found.Contains((kind, id)))
            found.Add((kind, id));
    }

    /// <summary>"0123456789ab ("title")", "commit 0123456789ab": the id stands first; titles may hold others.</summary>
    private static string? FixedIds(string value) =>
        WrittenId.Find(value) is [var first, ..] && LeadIn().IsMatch(value.AsSpan(0, first.Start)) ? first.Id : null;

    [GeneratedRegex("""^[\s"'(\[<]*(upstream\s+|mainline\s+|linux\s+|stable\s+)?(commits?|commit-id|patch|sha1?)?[\s:"'(\[<#]*$""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LeadIn();

    // "This reverts commit a", "This partially reverts commits a and b", "Revert commit a", "sched: revert stable a"
    [GeneratedRegex("""(^|[.:;,(\[\n] ?)(this |it |so |and |also |let's |please )*((patch|commit|change|series) )?((partially|effectively|basically|mostly|also|just|manually) )?reverts?(\s+(of|the|stable|stable's|following|upstream|mainline|parts?|backport(ed)?|commits?|commit-id|patch(es)?|changesets?|sha1?|id|git))*[\s:"'(\[#]*$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex ThisReverts();
}
