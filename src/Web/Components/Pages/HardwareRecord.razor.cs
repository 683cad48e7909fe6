using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>One hardware record with all its evidence.</summary>
public sealed partial class HardwareRecord(HardwareQueries hardware, RangeQueries ranges, NavigationManager navigation)
{
    /// <summary>The record's permanent name.</summary>
    [Parameter]
    public required string Key { get; set; }

    private HardwareDetail? Detail { get; set; }

    /// <summary>The git command that shows the evidence; null when there is none to show.</summary>
    private string? Proof { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Detail = await hardware.DetailAsync(Key, CancellationToken.None);
        if (Detail is null)
        {
            navigation.NotFound();
            return;
        }
        var range = KernelVersion.TryParse(Detail.Item.Release.Version, out var version)
            ? (await ranges.WholeAsync(version, CancellationToken.None)).Range
            : null;
        Proof = (Detail.Item.Driver, Detail.Item.Changesets) switch
        {
            ({ } driver, _) when range is not null && Detail.Item.Basis == AdditionBasis.Driver => $"git log --oneline --no-merges {range.GitRange} -- {Quoted(driver)}",
            (_, [var first, ..]) => $"git show {first}",
            _ => null,
        };
    }

    /// <summary>Since when, and by what: one sentence or two.</summary>
    private static string Lede(HardwareItem item)
    {
        if (item.IsWithdrawn)
            return $"{item.Category.Title()}; was on its way into {item.Release.Version}.";
        var since = item.Release switch
        {
            { Candidate: > 0 } point => $"Supported since {point.Version}, first in {point.Version}-rc{point.Candidate}.",
            { State: ReleaseState.Released } point => $"Supported since {point.Version}.",
            var point => $"On the way to {point.Version}.",
        };
        return (item.Symbol, item.Module) switch
        {
            ({ } symbol, { } module) => $"{since} Enable CONFIG_{symbol} for the module {module}.",
            ({ } symbol, null) => $"{since} Enable CONFIG_{symbol}.",
            (null, { } module) => $"{since} The module is {module}.",
            _ => since,
        };
    }

    private static string Basis(AdditionBasis basis) => basis switch
    {
        AdditionBasis.Driver => "a new driver;",
        AdditionBasis.Machine => "a machine, board or processor definition;",
        _ => "a driver that learned a new device;",
    };

    private static string Roles(IReadOnlyList<EvidenceRole> roles)
    {
        var words = string.Join(", ", roles.Select(r => r switch
        {
            EvidenceRole.Driver => "brought the driver",
            EvidenceRole.Ids => "added device ids",
            EvidenceRole.Machine => "defined the machine",
            EvidenceRole.Subject => "says so in its subject",
            EvidenceRole.Graduation => "moved it out of staging",
            _ => "took it out again",
        }));
        return words.Length == 0 ? "evidence" : Capital(words);
    }

    private static string KconfigWord(KconfigType type) => type switch
    {
        KconfigType.Bool => "bool: on or off",
        KconfigType.Tristate => "tristate: off, on or a module",
        KconfigType.Text => "string",
        KconfigType.Hex => "hex",
        KconfigType.Number => "int",
        _ => "not given here",
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A path as a shell reads it.</summary>
    private static string Quoted(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '+') ? path : $"'{Plain.Text(path).Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
