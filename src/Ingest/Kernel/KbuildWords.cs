namespace KernelTracker.Ingest.Kernel;

/// <summary>The words of a makefile list.</summary>
internal static class KbuildWords
{
    /// <summary>
    /// Objects, folders and references of a list. "$(addprefix dir/, a.o b.o)" gives dir/a.o and dir/b.o; what other
    /// functions make is not followed.
    /// </summary>
    /// <param name="value">The list as written.</param>
    /// <param name="variables">The makefile's variables so far.</param>
    public static IReadOnlyList<string> Items(string value, KbuildVariables variables)
    {
        var items = new List<string>();
        foreach (var word in Words(value).SelectMany(variables.Expand))
        {
            if (word.StartsWith("$(addprefix ", StringComparison.Ordinal) && word.IndexOf(',', StringComparison.Ordinal) is var comma && comma > 0)
            {
                var prefix = word["$(addprefix ".Length..comma].Trim();
                var inner = word[(comma + 1)..].TrimEnd(')');
                items.AddRange(inner.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(IsItem).Select(w => prefix + w));
            }
            else if (word.StartsWith('$'))
            {
                var name = word[1..].Trim('(', ')', '{', '}');
                if (name.Length > 0 && !name.AsSpan().ContainsAny(" \t$("))
                    items.Add($"$({name})");
            }
            else if (IsItem(word))
                items.Add(word);
        }
        return items;
    }

    private static IEnumerable<string> Words(string value)
    {
        for (var at = 0; Next(value, ref at) is { } word;)
            yield return word;
    }

    private static bool IsItem(string word) =>
        word.EndsWith(".o", StringComparison.Ordinal) || word.EndsWith('/') || (word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'));

    /// <summary>The next word; a reference with what its parentheses hold is one.</summary>
    private static string? Next(string value, ref int at)
    {
        while (at < value.Length && char.IsWhiteSpace(value[at]))
            at++;
        if (at == value.Length)
            return null;
        var start = at;
        var depth = 0;
        for (; at < value.Length && (depth > 0 || !char.IsWhiteSpace(value[at])); at++)
        {
            if (value[at] is '(' or '{')
                depth++;
            else if (value[at] is ')' or '}' && depth > 0)
                depth--;
        }
        return value[start..at];
    }
}
