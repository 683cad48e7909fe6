using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;

namespace KernelTracker.Data.Queries;

/// <summary>Finds ids as they are written in messages: whole or abbreviated, over the index of what is written.</summary>
internal static class WrittenIds
{
    /// <summary>Backports whose written id begins so, or is the beginning of it.</summary>
    /// <param name="backports">All of them.</param>
    /// <param name="id">7 to 40 hexadecimal digits, in lower case.</param>
    public static IQueryable<Backport> Same(IQueryable<Backport> backports, string id)
    {
        var (shorter, end) = Bounds(id);
        return backports.Where(b => shorter.Contains(b.Written) || (string.Compare(b.Written, id) >= 0 && string.Compare(b.Written, end) < 0));
    }

    /// <summary>Repairs whose written id begins so, or is the beginning of it.</summary>
    /// <param name="repairs">All of them.</param>
    /// <param name="id">7 to 40 hexadecimal digits, in lower case.</param>
    public static IQueryable<Repair> Same(IQueryable<Repair> repairs, string id)
    {
        var (shorter, end) = Bounds(id);
        return repairs.Where(r => shorter.Contains(r.Written) || (string.Compare(r.Written, id) >= 0 && string.Compare(r.Written, end) < 0));
    }

    private static (string[] Shorter, string End) Bounds(string id) =>
        ([.. Enumerable.Range(CommitIds.MinDigits, id.Length - CommitIds.MinDigits).Select(n => id[..n])], id + "g");
}
