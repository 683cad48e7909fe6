namespace KernelTracker.Web.Components;

/// <summary>Addresses of source trees, whose names hold slashes.</summary>
public static class TreeLinks
{
    /// <summary>The name as the rest of a path: slashes stay, everything else is escaped.</summary>
    public static string Path(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
    }
}
