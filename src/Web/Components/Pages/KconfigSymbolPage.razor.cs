using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>A configuration symbol and its history.</summary>
public sealed partial class KconfigSymbolPage(KconfigQueries queries, NavigationManager navigation)
{
    /// <summary>The symbol, with or without CONFIG_.</summary>
    [Parameter]
    public required string Symbol { get; set; }

    private KconfigDetails? Details { get; set; }

    private string Summary
    {
        get
        {
            var details = Details!;
            var first = details.History.LastOrDefault(h => h.Kind is KconfigEventKind.Added or KconfigEventKind.RenamedFrom);
            var came = details.IsInitial || first is null
                ? "It is as old as this history or older"
                : first.Kind == KconfigEventKind.RenamedFrom
                    ? $"It took the place of CONFIG_{first.Other} in {first.Version}"
                    : $"{first.Version} is the first release with it";
            if (details.IsCurrent)
                return came + ".";
            var last = details.History.FirstOrDefault(h => h.Kind is KconfigEventKind.Removed or KconfigEventKind.RenamedTo);
            return last switch
            {
                null => came + "; the newest release does not have it.",
                { Kind: KconfigEventKind.RenamedTo } => $"{came}; in {last.Version} CONFIG_{last.Other} took its place.",
                _ when details.Definitions.Count == 0 => $"It came and went on the way to {last.Version}: no release has it.",
                _ => $"{came}; {last.Version} no longer has it.",
            };
        }
    }

    protected override async Task OnInitializedAsync()
    {
        Details = await queries.GetAsync(Symbol, CancellationToken.None);
        if (Details is null)
            navigation.NotFound();
    }
}
