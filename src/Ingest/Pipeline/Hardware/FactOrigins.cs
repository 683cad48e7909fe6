using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Finds the changesets that brought facts into a file.</summary>
internal static class FactOrigins
{
    /// <summary>
    /// For each wanted fact the first changeset of the range, in its order, whose version of the file has it. Facts that
    /// no changeset brought (a merge did) are left out.
    /// </summary>
    public static Dictionary<string, RangeChangeset> Find(SourceFileReader reader, TouchedPaths touched, string path, IEnumerable<string> wanted)
    {
        var left = wanted.ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, RangeChangeset>(StringComparer.Ordinal);
        var touches = Touches(touched, path);
        if (touches.Count == 1)
        {
            // The only one that touched the file brought everything that is new in it.
            foreach (var key in left)
                found.Add(key, touches[0].Changeset);
            return found;
        }
        foreach (var (changeset, place) in touches)
        {
            if (left.Count == 0)
                break;
            if (Read(reader, changeset, place) is not { } facts)
                continue;
            foreach (var key in Keys(facts))
            {
                if (left.Remove(key))
                    found.Add(key, changeset);
            }
        }
        return found;
    }

    /// <summary>What tells the facts of one file apart.</summary>
    public static IEnumerable<string> Keys(SourceFacts facts) => facts.Ids.Select(i => Key(i.Match.Bus, i.Match.Text)).Concat(facts.Machines.Select(Key));

    /// <summary>The key of an id.</summary>
    public static string Key(DeviceBus bus, string text) => $"{(byte)bus} {text}";

    /// <summary>The key of a machine.</summary>
    public static string Key(MachineFact machine) => $"machine {machine.Key}";

    private static SourceFacts? Read(SourceFileReader reader, RangeChangeset changeset, string path)
    {
        try
        {
            return reader.TablesAt(changeset.Sha, path);
        }
        catch (GitObjectException)
        {
            // A tree of a partial clone is missing: a later changeset that can be read is named instead.
            return null;
        }
    }

    /// <summary>The changesets that left the file with content, under its names before renames too, in the range's order.</summary>
    private static List<(RangeChangeset Changeset, string Path)> Touches(TouchedPaths touched, string path)
    {
        var result = new List<(RangeChangeset Changeset, string Path)>();
        var names = new Queue<string>([path]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { path };
        while (names.TryDequeue(out var name))
        {
            foreach (var touch in touched.Of(name).Where(t => t.Kind != ChangeKind.Deleted))
            {
                result.Add((touch.Changeset, name));
                if (touch is { Kind: ChangeKind.Renamed, OldPath: { } old } && seen.Add(old))
                    names.Enqueue(old);
            }
        }
        result.Sort((a, b) => a.Changeset.Id.CompareTo(b.Changeset.Id));
        return result;
    }
}
