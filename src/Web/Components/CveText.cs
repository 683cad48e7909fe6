using System.Globalization;
using KernelTracker.Data.Model;

namespace KernelTracker.Web.Components;

/// <summary>How parts of CVE records are written and where their versions lead.</summary>
public static class CveText
{
    /// <summary>A CVSS base score, kept times ten: "7.8".</summary>
    public static string Score(int tenths) => (tenths / 10.0).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>The page of an update ("v3.16.4", "3.16.4") or of a mainline release.</summary>
    public static string Address(string version) =>
        StableVersion.TryParse(version, out var update) ? Links.Stable(update.ToString())
        : Links.Release(version.StartsWith('v') ? version : "v" + version);
}
