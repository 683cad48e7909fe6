using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Api;

/// <summary>Reads the parameters that narrow a list of hardware, for pages, feeds and API alike.</summary>
public static class HardwareFilterReader
{
    /// <summary>The filter, or what is wrong with a parameter.</summary>
    public static (HardwareFilter? Filter, string? Problem) Read(
        string? q = null, string? category = null, string? vendor = null, string? release = null,
        string? from = null, string? to = null, string? bus = null, string? driver = null)
    {
        var filter = new HardwareFilter
        {
            Text = NullIfEmpty(q),
            Vendor = NullIfEmpty(vendor),
            Driver = NullIfEmpty(driver),
        };
        if (Category(category) is var (heading, problem) && problem is not null)
            return (null, problem);
        filter = filter with { Category = heading };
        if (NullIfEmpty(bus) is { } slug)
        {
            if (!DeviceBusNames.TryParse(slug, out var known))
                return (null, $"There is no bus “{slug}”. Buses are: {string.Join(", ", DeviceBusNames.All.Select(b => b.Slug()))}.");
            filter = filter with { Bus = known };
        }
        if (!TryVersion(from, out var first) || !TryVersion(to, out var last) || !TryVersion(release, out var only))
            return (null, $"“{Bad(release, from, to)}” is not the version of a mainline release; write one such as v2.6.30 or 3.18.");
        return (filter with { From = only ?? first, To = only ?? last }, null);
    }

    /// <summary>Reads the slug of a heading; null for none.</summary>
    public static (HardwareCategory? Category, string? Problem) Category(string? text)
    {
        if (NullIfEmpty(text) is not { } slug)
            return (null, null);
        return HardwareCategoryNames.TryParse(slug, out var known)
            ? (known, null)
            : (null, $"There is no category “{slug}”. Categories are: {string.Join(", ", HardwareCategoryNames.All.Select(c => c.Slug()))}.");
    }

    private static bool TryVersion(string? text, out KernelVersion? version)
    {
        version = null;
        if (NullIfEmpty(text) is not { } given)
            return true;
        if (!KernelVersion.TryParse(given, out var known))
            return false;
        version = known.Release;
        return true;
    }

    private static string? Bad(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!TryVersion(text, out _))
                return text;
        }
        return null;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
