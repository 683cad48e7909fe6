namespace KernelTracker.Ingest.Kernel;

/// <summary>Shell patterns over paths: "*" (any run without "/"), "?" (one character but "/"), "[abc]".</summary>
internal static class Globbing
{
    /// <summary>Whether the pattern covers the whole text.</summary>
    public static bool Matches(ReadOnlySpan<char> glob, ReadOnlySpan<char> text) => Match(glob, text, wholeText: true);

    /// <summary>Whether the pattern covers a beginning of the text.</summary>
    public static bool MatchesStart(ReadOnlySpan<char> glob, ReadOnlySpan<char> text) => Match(glob, text, wholeText: false);

    /// <summary>The usual two-pointer match: going back only to the last star keeps it within length times length.</summary>
    private static bool Match(ReadOnlySpan<char> glob, ReadOnlySpan<char> text, bool wholeText)
    {
        int g = 0, t = 0, star = -1, resume = 0;
        while (true)
        {
            if (g == glob.Length && (t == text.Length || !wholeText))
                return true;
            if (g < glob.Length && glob[g] == '*')
            {
                star = g++;
                resume = t;
                continue;
            }

            if (g < glob.Length && t < text.Length && One(glob, g, text[t], out var next))
            {
                g = next;
                t++;
                continue;
            }

            if (star < 0 || resume >= text.Length || text[resume] == '/')
                return false;
            t = ++resume;
            g = star + 1;
        }
    }

    private static bool One(ReadOnlySpan<char> glob, int at, char c, out int next)
    {
        next = at + 1;
        switch (glob[at])
        {
            case '?':
                return c != '/';
            case '[' when glob[(at + 1)..].IndexOf(']') is > 0 and var length:
                next = at + length + 2;
                return InClass(glob.Slice(at + 1, length), c);
            default:
                return glob[at] == c;
        }
    }

    private static bool InClass(ReadOnlySpan<char> members, char c)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (i + 2 < members.Length && members[i + 1] == '-')
            {
                if (c >= members[i] && c <= members[i + 2])
                    return true;
                i += 2;
            }
            else if (members[i] == c)
            {
                return true;
            }
        }

        return false;
    }
}
