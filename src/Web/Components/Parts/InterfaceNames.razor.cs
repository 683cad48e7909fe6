using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>Names in running text, each leading to its history.</summary>
public sealed partial class InterfaceNames
{
    /// <summary>The names, in the order shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<InterfaceTouch> Touches { get; set; }

    private static string Title(InterfaceTouch touch) =>
        Plain.Subject(touch.Text.Length > 0 ? $"{touch.Path}: {touch.Text}" : touch.Path);
}
