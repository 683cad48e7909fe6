using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;

namespace KernelTracker.Web.Api;

/// <summary>Reads which notable changes are asked for.</summary>
internal static class NotableFilterReader
{
    /// <summary>Kind and area, null for all; or what is wrong.</summary>
    public static (NotableKind? Kind, Area? Area, string? Problem) Read(string? kind, string? area)
    {
        NotableKind? wantedKind = null;
        Area? wantedArea = null;
        if (!string.IsNullOrEmpty(kind))
        {
            if (!NotableKindNames.TryParse(kind, out var known))
                return (null, null, $"kind: “{kind}” is none of {string.Join(", ", NotableKindNames.All.Select(k => k.Slug()))}.");
            wantedKind = known;
        }
        if (!string.IsNullOrEmpty(area))
        {
            if (!AreaNames.TryParse(area, out var known))
                return (null, null, $"area: “{area}” is none of {string.Join(", ", AreaNames.All.Select(a => a.Slug()))}.");
            wantedArea = known;
        }
        return (wantedKind, wantedArea, null);
    }
}
