using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What happened to configuration symbols, with the changesets.</summary>
public sealed partial class KconfigHistory
{
    /// <summary>The happenings, in order.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<KconfigHappening> Happenings { get; set; }

    /// <summary>All are of one symbol, in several releases; else all are of one release.</summary>
    [Parameter]
    public bool IsOfOneSymbol { get; set; }

    /// <summary>A type, prompt or list of conditions on one line; "none" for nothing.</summary>
    private static RenderFragment Value(string? value) => builder =>
    {
        if (value is null)
        {
            builder.AddContent(0, "none");
            return;
        }
        builder.OpenElement(1, "code");
        builder.AddContent(2, Plain.Subject(value.Replace("\n", " && ", StringComparison.Ordinal)));
        builder.CloseElement();
    };
}
