using KernelTracker.Data.Model;

namespace KernelTracker.Web.Components.Pages;

/// <summary>The rules of counting, with the git commands that follow them.</summary>
public sealed partial class HowWeCount
{
    private static string AreaList =>
        string.Join(", ", AreaNames.All.Take(AreaNames.All.Count - 1).Select(a => a.Title())) + " and " + AreaNames.All[^1].Title();
}
