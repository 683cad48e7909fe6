using System.ComponentModel;
using KernelTracker.Data.Hardware;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KernelTracker.Web.Api;

/// <summary>Hardware: search, single records, and which kernel a machine needs.</summary>
internal static class HardwareApi
{
    public static void MapHardware(this RouteGroupBuilder api)
    {
        var hardware = api.MapGroup("/hardware").WithTags("Hardware").ProducesProblem(StatusCodes.Status400BadRequest);
        hardware.MapGet("", ListAsync).WithSummary("Searches hardware, or lists it")
            .WithDescription("With q the best match comes first, else the newest. A text that finds nothing is searched for in its nearest known spelling.");
        hardware.MapGet("/{key}", OneAsync).WithSummary("One hardware record with all its evidence").ProducesProblem(StatusCodes.Status404NotFound);
        hardware.MapPost("/which-kernel", WhichKernelAsync).WithSummary("For each device of a machine, the first release that supports it")
            .WithDescription("The body is plain text: what lspci -nn, lsusb or cat /sys/bus/*/devices/*/modalias print, or names, one a line. Nothing of it is stored or logged.")
            .Accepts<string>("text/plain").ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .DisableAntiforgery();
    }

    private static async Task<Results<Ok<PageOf<HardwareItemDocument>>, ProblemHttpResult>> ListAsync(
        [Description("Words, a part number, a vendor, a device id such as 8086:1533, an option, a source path.")] string? q,
        [Description("Only this heading, by its name in URLs.")] string? category,
        [Description("Only this vendor, in its one spelling.")] string? vendor,
        [Description("Only what this release added.")] string? release,
        [Description("Only what this release or a later one added.")] string? from,
        [Description("Only what this release or an earlier one added.")] string? to,
        [Description("Only what has an id of this bus: pci, usb, of, acpi, …")] string? bus,
        [Description("Only drivers of this module name, source file or folder.")] string? driver,
        [Description("Number of the page, from 1.")] string? page,
        [Description("Records a page, up to 200.")] string? pageSize,
        HardwareQueries hardware, CancellationToken cancellation)
    {
        if (!Paging.TryRead(page, pageSize, out var paging, out var wrong))
            return Problems.Bad(wrong);
        var (filter, problem) = HardwareFilterReader.Read(q, category, vendor, release, from, to, bus, driver);
        if (filter is null)
            return Problems.Bad(problem!);
        var hits = (await hardware.ListAsync(filter, paging.Number, paging.Size, cancellation)).Hits;
        return TypedResults.Ok(new PageOf<HardwareItemDocument>([.. hits.Items.Select(h => HardwareItemDocument.Of(h.Item))], hits.Page, hits.PageSize, hits.Total));
    }

    private static async Task<Results<Ok<HardwareDetailDocument>, ProblemHttpResult>> OneAsync(
        [Description("The record's permanent name, such as v2.6.30-wm8988.")] string key, HardwareQueries hardware, CancellationToken cancellation) =>
        await hardware.DetailAsync(key, cancellation) is { } detail
            ? TypedResults.Ok(new HardwareDetailDocument(detail))
            : Problems.Missing($"There is no hardware record “{key}”.");

    private static async Task<Results<Ok<KernelAnswerDocument>, ProblemHttpResult>> WhichKernelAsync(
        HttpContext context, KernelFinder finder, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        // One character more than may be read shows that there is too much.
        using var reader = new StreamReader(context.Request.Body);
        var buffer = new char[PastedDevices.MaxLength + 1];
        var length = await reader.ReadBlockAsync(buffer, cancellation);
        var pasted = PastedDevices.Parse(new string(buffer, 0, length));
        if (pasted.Problem is { } problem)
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too much text");
        return TypedResults.Ok(KernelAnswerDocument.Of(await finder.FindAsync(pasted, cancellation)));
    }
}
