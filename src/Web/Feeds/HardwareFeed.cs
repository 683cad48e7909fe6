using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using KernelTracker.Web.Components;
using KernelTracker.Web.Hosting;

namespace KernelTracker.Web.Feeds;

/// <summary>Newly supported hardware as it comes in.</summary>
internal static class HardwareFeed
{
    /// <summary>Answers /feeds/hardware.atom; the parameters are those of the page /hardware.</summary>
    public static Task<IResult> AnswerAsync(
        string? q, string? category, string? vendor, string? release, string? from, string? to, string? bus, string? driver,
        HttpContext context, SiteStateReader reader, HardwareQueries hardware)
    {
        var (filter, problem) = HardwareFilterReader.Read(q, category, vendor, release, from, to, bus, driver);
        return filter is null
            ? Task.FromResult(FeedEndpoints.Wrong(problem!))
            : FeedEndpoints.AnswerAsync(context, reader, async () =>
                Content(filter, await hardware.NewestAsync(filter, FeedEndpoints.Length, context.RequestAborted)));
    }

    internal static FeedContent Content(HardwareFilter filter, IReadOnlyList<HardwareItem> items) => new(
        Links.HardwareFeed(filter)[1..],
        string.Join(", ", Words(filter).Prepend("New hardware support")),
        Links.Hardware(filter),
        // A merge alone has no commit date of its own here; what came so is on the pages.
        [.. from item in items
            where item.Committed is not null
            select new FeedEntry("hardware/" + item.Key, item.Name, Summary(item), Links.Hardware(item.Key), item.Committed!.Value, Categories(item))]);

    private static IEnumerable<string> Words(HardwareFilter filter)
    {
        if (filter.Category is { } category)
            yield return category.Title();
        if (filter.Vendor is { } vendor)
            yield return vendor;
        if (filter.From is { } from)
            yield return filter.To == from ? from.ToString() : $"from {from}";
        if (filter.To is { } to && filter.To != filter.From)
            yield return $"up to {to}";
        if (filter.Bus is { } bus)
            yield return bus.Title();
        if (filter.Driver is { } driver)
            yield return driver;
        if (filter.Text is { } text)
            yield return $"“{text}”";
    }

    private static string Summary(HardwareItem item) =>
        $"{item.Category.Title()}, in {item.Release.Version}"
        + (item.Symbol is { } symbol ? $"; option CONFIG_{symbol}" : "")
        + (item.Driver is { } driver ? $"; driver {driver}" : "") + ".";

    private static IReadOnlyList<string> Categories(HardwareItem item) =>
        item.Vendor is { } vendor ? [item.Category.Title(), vendor] : [item.Category.Title()];
}
