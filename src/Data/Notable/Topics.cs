namespace KernelTracker.Data.Notable;

/// <summary>
/// Tells what belongs to one new thing in one line: the option, mount options, documents and ioctls of a filesystem that
/// is new itself are no news beside it.
/// </summary>
internal static class Topics
{
    /// <summary>The drafts without those that are part of another one.</summary>
    public static List<Draft> Gathered(IReadOnlyList<Draft> drafts, FactGroups groups)
    {
        var gathered = drafts.ToList();
        var joined = new HashSet<Draft>();
        var prefixes = drafts.ToDictionary(d => d, d => d.Commits.Select(groups.Prefix).Distinct().ToList());
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var topic in Leading(drafts).ToList())
        {
            if (joined.Contains(topic))
                continue;
            var words = Words(topic, groups);
            var folders = Folders(topic);
            var parts = gathered.Where(d => d != topic && d.Change is Happening.Added or Happening.Changed && IsPart(d)).ToList();
            foreach (var part in parts)
                Join(topic, part);
            joined.UnionWith(parts);
            gathered.RemoveAll(joined.Contains);

            bool IsPart(Draft draft) =>
                draft.Kind switch
                {
                    NotableKind.SystemCall or NotableKind.Filesystem or NotableKind.Tool => AreIn(draft.Paths),
                    NotableKind.Behaviour => AllBegin(draft),
                    NotableKind.Option => AllBegin(draft) || draft.Paths.All(p => folders.Contains(Places.Folder(p))) || AreIn(draft.Paths),
                    NotableKind.Directory => AreIn(draft.Names) || AllBegin(draft),
                    NotableKind.ExportedSymbol when draft.Commits.Count == 0 => false,
                    _ => AllBegin(draft) || AreIn(draft.Paths),
                };

            bool AreIn(IReadOnlyList<string> paths) =>
                paths.Count > 0 && paths.All(p => folders.Any(f => p == f || p.StartsWith(f + "/", StringComparison.Ordinal)) || (topic.Kind != NotableKind.Directory && words.Contains(Stem(p))));

            // Every changeset of it says that it is about the topic.
            bool AllBegin(Draft draft) =>
                prefixes[draft] is { Count: > 0 } begun && begun.TrueForAll(p => p is not null && words.Any(w => p == w || (w.Length > 3 && p.StartsWith(w, StringComparison.Ordinal))));
        }
        return gathered;

        string Stem(string path)
        {
            if (!stems.TryGetValue(path, out var word))
                stems.Add(path, word = Word(Places.Stem(path)));
            return word;
        }
    }

    /// <summary>What other things may be part of, the most telling first.</summary>
    private static IEnumerable<Draft> Leading(IReadOnlyList<Draft> drafts)
    {
        var folders = drafts.Where(d => d is { Kind: NotableKind.Directory, Change: Happening.Added }).SelectMany(d => d.Names).ToHashSet(StringComparer.Ordinal);
        return drafts
            .Where(d => d is { Change: Happening.Added, Kind: NotableKind.Directory, Audience: Audience.Users })
            // A command of a tool is a part itself: "perf sched" of perf.
            .Concat(drafts.Where(d => d.Change == Happening.Added && d.Kind is NotableKind.Filesystem or NotableKind.Tool && !d.Names.Any(n => n.Contains(' ', StringComparison.Ordinal))))
            .Concat(drafts.Where(d => d is { Change: Happening.Added, Kind: NotableKind.Option } && d.Paths.Any(p => folders.Contains(Places.Folder(p))))
                .OrderByDescending(d => d.Strength));
    }

    private static HashSet<string> Folders(Draft topic) =>
        topic.Kind is NotableKind.Directory or NotableKind.Tool
            ? topic.Names.ToHashSet(StringComparer.Ordinal)
            : topic.Paths.Select(Places.OwnFolder).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>What subjects about the topic begin with, and files about it are called.</summary>
    private static HashSet<string> Words(Draft topic, FactGroups groups)
    {
        var words = topic.Names.Select(n => Word(Places.Stem(n))).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in topic.Paths.Select(Places.OwnFolder).OfType<string>())
            words.Add(Word(folder[(folder.LastIndexOf('/') + 1)..]));
        foreach (var prefix in topic.Commits.Select(groups.Prefix).OfType<string>())
        {
            // "nilfs2:" is a word of the topic; "fs:" and "net:" are said of everything there.
            if (prefix.Length > 3 || words.Any(w => w.StartsWith(prefix, StringComparison.Ordinal)))
                words.Add(prefix);
        }
        words.RemoveWhere(w => w.Length < 3 || IsCommon(w));
        return words;
    }

    private static void Join(Draft topic, Draft part)
    {
        topic.Commits.UnionWith(part.Commits);
        topic.Paths = [.. topic.Paths.Union(part.Paths)];
        if (part.Audience == topic.Audience)
            topic.Names = [.. topic.Names.Union(part.Names)];
        // An option of an architecture says nothing of the architecture.
        if (part.Kind == NotableKind.Option && topic.Kind != NotableKind.Directory && topic.Detail is null)
            topic.Detail = part.Detail;
        topic.Stand(part.Evidence);
        topic.Strength = Math.Max(topic.Strength, part.Strength);
    }

    private static string Word(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool IsCommon(string word) => word is "kconfig" or "staging" or "driver" or "drivers" or "tools" or "security" or "kernel" or "linux" or "trace"
        or "tracing" or "block" or "crypto" or "documentation" or "init" or "lib" or "net" or "trivial" or "staging drivers" or "cleanup";
}
