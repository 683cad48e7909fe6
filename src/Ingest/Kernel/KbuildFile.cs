namespace KernelTracker.Ingest.Kernel;

/// <summary>What a makefile line adds to a list of objects.</summary>
/// <param name="Goal">"obj" or "lib" for what the directory builds; the name of a composite object ("snd-usb-audio") for its parts.</param>
/// <param name="Symbol">The configuration symbol on which it hangs; null for -y, -m and -objs.</param>
/// <param name="Items">Objects ("card.o"), folders ("usx2y/") and references to other lists ("$(foo-y)").</param>
internal sealed record KbuildRule(string Goal, string? Symbol, IReadOnlyList<string> Items);

/// <summary>What a kbuild makefile builds (Documentation/kbuild/makefiles.rst); conditional blocks are read as if all held.</summary>
/// <param name="Rules">Its lists of objects, in order.</param>
internal sealed record KbuildFile(IReadOnlyList<KbuildRule> Rules)
{
    private const string ConfigPrefix = "CONFIG_";

    /// <summary>A makefile that builds nothing.</summary>
    public static KbuildFile Empty { get; } = new([]);

    /// <summary>Reads a makefile; what it does not understand it skips.</summary>
    public static KbuildFile Parse(string text)
    {
        var rules = new List<KbuildRule>();
        var variables = new KbuildVariables();
        foreach (var line in KbuildLines.Of(text))
        {
            if (Assignment(line) is not var (name, value))
                continue;
            variables.Assign(name, value);
            foreach (var list in variables.Expand(name))
            {
                if (Goal(list, out var symbol) is { } goal && KbuildWords.Items(value, variables) is { Count: > 0 } items)
                    rules.Add(new KbuildRule(goal, symbol, items));
            }
        }
        return new KbuildFile(rules);
    }

    /// <summary>The two sides of "=", ":=", "+=", "?=" and "::="; null for other lines.</summary>
    private static (string Name, string Value)? Assignment(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            return null;
        var name = line.AsSpan(0, equals).TrimEnd("+:?").Trim();
        return name.IndexOfAny(" \t") >= 0 && !name.Contains('(') && !name.Contains('{') ? null : (name.ToString(), line[(equals + 1)..].Trim());
    }

    /// <summary>What a list is for, by its name: "obj-$(CONFIG_X)", "foo-objs", "foo-y"; null for other variables.</summary>
    private static string? Goal(string name, out string? symbol)
    {
        symbol = null;
        var reference = name.IndexOfAny(['$']);
        if (reference >= 0)
        {
            symbol = Symbol(name[reference..]);
            return symbol is not null && reference > 1 && name[reference - 1] == '-' ? name[..(reference - 1)] : null;
        }
        var dash = name.LastIndexOf('-');
        return dash > 0 && name[(dash + 1)..] is "y" or "m" or "objs" ? name[..dash] : null;
    }

    /// <summary>The symbol of "$(CONFIG_X)", "${CONFIG_X}" and of functions around it: "$(subst m,y,$(CONFIG_X))".</summary>
    private static string? Symbol(string reference)
    {
        var start = reference.IndexOf(ConfigPrefix, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += ConfigPrefix.Length;
        var end = start;
        while (end < reference.Length && (char.IsAsciiLetterOrDigit(reference[end]) || reference[end] == '_'))
            end++;
        return end > start ? reference[start..end] : null;
    }
}
