namespace KernelTracker.Ingest.Kernel;

/// <summary>
/// Path patterns as MAINTAINERS writes them, found by directory: "dir/" is everything below, "*" and "?" do not cross "/",
/// and a pattern without a slash at its end covers the paths of the same depth that begin with it (scripts/get_maintainer.pl).
/// Names without wildcards also cover a directory of that name. Patterns are tried only for paths below the directory
/// in which their first wildcard or their last name stands.
/// </summary>
internal sealed class PathPatternSet
{
    private readonly Dictionary<string, List<Pattern>> _byDirectory = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Pattern>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>An empty set.</summary>
    public PathPatternSet() => _lookup = _byDirectory.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a pattern under the caller's number.</summary>
    public void Add(string glob, int number)
    {
        var wildcard = glob.AsSpan().IndexOfAny('*', '?', '[');
        var fixedPart = wildcard < 0 ? glob : glob[..wildcard];
        var directory = fixedPart[..(fixedPart.LastIndexOf('/') + 1)];
        if (!_byDirectory.TryGetValue(directory, out var list))
            _byDirectory.Add(directory, list = []);
        list.Add(new Pattern(glob, number));
    }

    /// <summary>Calls back with number, depth and length of every pattern that covers the path.</summary>
    public void Match(string path, Action<int, int, int> found)
    {
        for (var end = path.Length; ;)
        {
            end = end == 0 ? -1 : path.LastIndexOf('/', end - 1);
            if (_lookup.TryGetValue(path.AsSpan(0, end + 1), out var list))
                foreach (var pattern in list)
                    if (pattern.Covers(path))
                        found(pattern.Number, pattern.Depth, pattern.Length);
            if (end < 0)
                return;
        }
    }

    private sealed class Pattern
    {
        private readonly string _glob;
        private readonly bool _below;
        private readonly bool _literal;

        public Pattern(string glob, int number)
        {
            Number = number;
            _below = glob.EndsWith('/');
            _glob = glob;
            _literal = glob.AsSpan().IndexOfAny('*', '?', '[') < 0;
            Length = glob.Length;
            Slashes = glob.AsSpan().Count('/');
            Depth = glob.StartsWith('*') ? -1 : _below ? Slashes : Slashes + 1;
        }

        public int Number { get; }

        public int Length { get; }

        /// <summary>Directories of the pattern, as get_maintainer.pl counts them: more is more specific.</summary>
        public int Depth { get; }

        private int Slashes { get; }

        public bool Covers(string path)
        {
            if (_literal)
            {
                if (!path.StartsWith(_glob, StringComparison.Ordinal))
                    return false;
                return _below || path.Length == _glob.Length || path[_glob.Length] == '/' || path.AsSpan(_glob.Length).IndexOf('/') < 0;
            }

            return _below ? CoversBelow(path) : path.AsSpan().Count('/') == Slashes && Globbing.MatchesStart(_glob, path);
        }

        /// <summary>The pattern's directories against as many of the path's.</summary>
        private bool CoversBelow(string path)
        {
            var end = -1;
            for (var i = 0; i < Slashes; i++)
            {
                end = path.IndexOf('/', end + 1);
                if (end < 0)
                    return false;
            }

            return Globbing.Matches(_glob, path.AsSpan(0, end + 1));
        }
    }
}
