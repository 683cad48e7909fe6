using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;

namespace KernelTracker.Data.Queries;

/// <summary>Says why an addition matches a query.</summary>
internal static class HardwareReasons
{
    /// <summary>One reason for each part of the query, each said once.</summary>
    public static IReadOnlyList<string> Of(HardwareItem item, HardwareQuery query) =>
        [.. query.Terms.Where(t => !t.IsExcluded).Select(t => Reason(item, t)).Distinct()];

    private static string Reason(HardwareItem item, HardwareTerm term) => term switch
    {
        HardwareIdTerm id => IdReason(item, id),
        HardwareSymbolTerm symbol => $"Kconfig symbol {symbol.Symbol}",
        HardwareReleaseTerm release => $"release {release.Version}",
        HardwareWord word => Reason(item, word),
        _ => term.Text,
    };

    private static string IdReason(HardwareItem item, HardwareIdTerm term)
    {
        var id = FormattableString.Invariant($"{term.Vendor:x4}:{term.Device:x4}");
        var line = item.Ids.FirstOrDefault(
            i => (term.Bus is null || i.Bus == term.Bus) && i.Text.StartsWith(id, StringComparison.OrdinalIgnoreCase));
        return line is null ? $"id {id}" : $"{line.Bus.Title()} id {line.Text}";
    }

    private static string Reason(HardwareItem item, HardwareWord word)
    {
        if (Has(item.Name))
            return "name";
        if (item.Parts.FirstOrDefault(Has) is { } part)
            return $"part number {part}";
        if (item.Vendor is { } vendor && Has(vendor))
            return $"vendor {vendor}";
        if (item.Symbol is { } symbol && Has(symbol))
            return $"Kconfig symbol {symbol}";
        if (item.Module is { } module && Has(module))
            return $"module {module}";
        if (item.Driver is { } driver && Has(driver))
            return $"driver {driver}";
        if (item.Ids.FirstOrDefault(i => Has(i.Text)) is { } id)
            return $"{id.Bus.Title()} id {id.Text}";
        if (item.Ids.FirstOrDefault(i => i.Label is { } label && Has(label)) is { } labelled)
            return $"{labelled.Bus.Title()} id {labelled.Text}, {labelled.Label}";
        if (Has(PartForms.Of(string.Join('\n', item.Parts.Prepend(item.Name)))) || word.Patterns.Count > 0)
            return "part number, spelled otherwise";
        return "description";

        bool Has(string text)
        {
            var tokens = SearchTokens.Of(text).ToList();
            return word.Forms.Any(f => f.FindIn(tokens).Any());
        }
    }
}
