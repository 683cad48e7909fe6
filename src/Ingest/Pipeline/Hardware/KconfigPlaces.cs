using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Where the menus put what a Kconfig file holds.</summary>
/// <param name="Titles">Menus around the line that includes it, from the top.</param>
/// <param name="Conditions">Conditions around that line.</param>
internal sealed record KconfigPlace(IReadOnlyList<string> Titles, IReadOnlyList<string> Conditions)
{
    /// <summary>The place of a file that nothing includes.</summary>
    public static KconfigPlace Top { get; } = new([], []);

    /// <summary>
    /// Only damaged or hostile files lie deeper, or below longer conditions: what is beyond is left out, lest every
    /// entry below repeat it.
    /// </summary>
    private const int MaxTitles = 16;

    private const int MaxConditionsLength = 1024;

    /// <summary>The place of a file that a line of the file at this place includes.</summary>
    public KconfigPlace Within(KconfigSource source) => new(
        source.MenuPath.Count == 0 ? Titles : [.. Titles.Concat(source.MenuPath).Take(MaxTitles)],
        Conditions.Sum(c => c.Length) + source.Enclosing.Sum(c => c.Length) > MaxConditionsLength ? Conditions : [.. Conditions, .. source.Enclosing]);

    /// <summary>The full menu path of an entry.</summary>
    public string Menu(KconfigEntry entry) => string.Join(KconfigPlaces.Separator, Titles.Concat(entry.MenuPath));
}

/// <summary>
/// Follows the "source" lines of a tree from its top. A file that several include is where the first of them has it,
/// x86 being read before the other architectures; so a circle of files ends by itself.
/// </summary>
internal static class KconfigPlaces
{
    /// <summary>Between the menus of a path.</summary>
    public const string Separator = " › ";

    private const string TopFile = "Kconfig";

    private static readonly string[] FirstArchitectures = ["x86", "i386"];

    /// <summary>The place of each file.</summary>
    public static IReadOnlyDictionary<string, KconfigPlace> Of(IReadOnlyDictionary<string, KconfigFile> files)
    {
        var places = new Dictionary<string, KconfigPlace>(StringComparer.Ordinal);
        var architectures = Architectures(files);
        var roots = architectures.Select(a => $"arch/{a}/Kconfig").Prepend(TopFile).Concat(files.Keys.Order(StringComparer.Ordinal));
        foreach (var root in roots.Where(files.ContainsKey))
            Follow(root, files, architectures, places);
        return places;
    }

    private static void Follow(
        string root, IReadOnlyDictionary<string, KconfigFile> files, IReadOnlyList<string> architectures, Dictionary<string, KconfigPlace> places)
    {
        var pending = new Stack<(string Path, KconfigPlace Place)>();
        pending.Push((root, KconfigPlace.Top));
        while (pending.TryPop(out var next))
        {
            if (!places.TryAdd(next.Path, next.Place))
                continue;
            // The stack gives back what was put on it last: the first line is to be followed first.
            foreach (var source in files[next.Path].Sources.Reverse())
            {
                var place = next.Place.Within(source);
                foreach (var path in Paths(next.Path, source, architectures).Reverse())
                {
                    if (files.ContainsKey(path) && !places.ContainsKey(path))
                        pending.Push((path, place));
                }
            }
        }
    }

    /// <summary>The files that a line may name: a variable in it is the name of an architecture.</summary>
    private static IEnumerable<string> Paths(string including, KconfigSource source, IReadOnlyList<string> architectures)
    {
        var path = source.Path;
        foreach (var top in (ReadOnlySpan<string>)["$(srctree)/", "$srctree/"])
        {
            if (path.StartsWith(top, StringComparison.Ordinal))
                path = path[top.Length..];
        }
        if (source.IsRelative)
            path = including[..(including.LastIndexOf('/') + 1)] + path;
        return path.Contains('$', StringComparison.Ordinal) ? architectures.Select(a => WithArchitecture(path, a)) : [path];
    }

    private static string WithArchitecture(string path, string architecture)
    {
        var start = path.IndexOf('$', StringComparison.Ordinal);
        var end = start + 1;
        if (end < path.Length && path[end] is '(' or '{')
        {
            while (end < path.Length && path[end] is not (')' or '}'))
                end++;
            end = Math.Min(end + 1, path.Length);
        }
        else
        {
            while (end < path.Length && (char.IsAsciiLetterOrDigit(path[end]) || path[end] == '_'))
                end++;
        }
        return path[..start] + architecture + path[end..];
    }

    private static List<string> Architectures(IReadOnlyDictionary<string, KconfigFile> files)
    {
        var all = files.Keys.Select(p => p.Split('/')).Where(p => p is ["arch", _, "Kconfig"]).Select(p => p[1]).ToHashSet();
        return [.. FirstArchitectures.Where(all.Contains), .. all.Except(FirstArchitectures).Order(StringComparer.Ordinal)];
    }
}
