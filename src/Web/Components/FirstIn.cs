using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Components;

/// <summary>Says in words in which release and candidate a commit first is.</summary>
public static class FirstIn
{
    /// <summary>"first in v2.6.30-rc1", "first in v2.6.30 itself", "in no tag yet, on the way to v3.18".</summary>
    public static string Words(ReleasePoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return point.Candidate switch
        {
            null when point.State != ReleaseState.Released => $"in no tag yet, on the way to {point.Version}",
            null or 0 => $"first in {point.Version} itself, in none of its candidates",
            { } number => $"first in {point.Version}-rc{number}",
        };
    }
}
