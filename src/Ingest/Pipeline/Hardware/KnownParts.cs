using System.Text.RegularExpressions;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// The part numbers that the release before knew, from names of its files and symbols and from earlier additions: a
/// changeset that "adds" one of them brings no new hardware.
/// </summary>
internal sealed partial class KnownParts
{
    private readonly HashSet<string> _parts = [];
    private readonly HashSet<string> _names;

    /// <param name="context">The database, read up to the release before.</param>
    /// <param name="step">The release.</param>
    /// <param name="basePaths">The files of the release before.</param>
    public KnownParts(TrackerContext context, ReleaseStep step, IEnumerable<string> basePaths)
    {
        foreach (var path in basePaths)
        {
            if (path.StartsWith("drivers/", StringComparison.Ordinal) || path.StartsWith("sound/", StringComparison.Ordinal) || path.StartsWith("arch/", StringComparison.Ordinal))
                Add(Path.GetFileNameWithoutExtension(path));
        }
        var symbols =
            from definition in context.KconfigDefinitions
            join symbol in context.KconfigSymbols on definition.SymbolId equals symbol.Id
            where definition.FirstReleaseId < step.ReleaseId && (definition.EndReleaseId == null || definition.EndReleaseId >= step.ReleaseId)
            select new { symbol.Name, definition.Prompt };
        foreach (var symbol in symbols)
        {
            Add(symbol.Name);
            Add(symbol.Prompt ?? "");
        }
        foreach (var part in context.HardwareParts.Join(context.HardwareAdditions.Where(a => a.ReleaseId < step.ReleaseId && !a.IsWithdrawn), p => p.AdditionId, a => a.Id, (p, _) => p.Name))
            Add(part);
        _names = context.HardwareAdditions
            .Where(a => a.ReleaseId < step.ReleaseId && !a.IsWithdrawn && a.RemovedReleaseId == null && a.Category != HardwareCategory.Staging)
            .Select(a => new { a.Name, a.Vendor }).AsEnumerable()
            .SelectMany(a => a.Vendor is { } vendor && a.Name.StartsWith(vendor + " ", StringComparison.Ordinal) ? new[] { a.Name, a.Name[(vendor.Length + 1)..] } : [a.Name])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the release before knew a part.</summary>
    public bool Has(string part) => Part().Matches(part).Select(m => m.Value) is var tokens && tokens.Any() && tokens.All(t => _parts.Contains(Bare(t)));

    /// <summary>Whether an earlier release got a device under the very same name: a second driver or transport for it is no news.</summary>
    public bool HasName(DeviceName name) => name.Parts.Count > 0 && _names.Contains(name.Name);

    private void Add(string text)
    {
        foreach (Match match in Part().Matches(text))
            _parts.Add(Bare(match.Value));
    }

    private static string Bare(string part) => part.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>Letters and digits together, at least four.</summary>
    [GeneratedRegex(@"(?=[A-Za-z-]*\d)[A-Za-z0-9][A-Za-z0-9-]{2,}[A-Za-z0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
