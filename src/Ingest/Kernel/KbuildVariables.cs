namespace KernelTracker.Ingest.Kernel;

/// <summary>
/// The variables of a makefile that stand for names: "WLNAME := wlags49_h2_cs", then "obj-m += $(WLNAME).o". Like
/// conditional blocks, all assignments hold: a word with such a variable is one word for each of its values.
/// </summary>
internal sealed class KbuildVariables
{
    /// <summary>Makefiles name few objects by variables; what goes beyond is no list of objects.</summary>
    private const int MostWords = 64;

    private readonly Dictionary<string, List<string>> _values = [];

    /// <summary>Takes an assignment; names that are no plain variables and values that are no names are left out.</summary>
    public void Assign(string name, string value)
    {
        if (!name.All(IsOfName) || name.StartsWith("CONFIG_", StringComparison.Ordinal))
            return;
        foreach (var word in value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] != '-' && w.All(c => IsOfName(c) || c is '-' or '.' or '/')))
        {
            if (!_values.TryGetValue(name, out var words))
                _values.Add(name, words = []);
            if (words.Count < MostWords && !words.Contains(word))
                words.Add(word);
        }
    }

    /// <summary>A word with its first variable replaced by each of its values; itself when it has none that is known.</summary>
    public IEnumerable<string> Expand(string word)
    {
        var open = word.AsSpan().IndexOfAny("({");
        if (open < 1 || word[open - 1] != '$' || word.AsSpan(open).IndexOfAny(")}") is not (> 0 and var length) || !_values.TryGetValue(word.Substring(open + 1, length - 1), out var values))
            return [word];
        return values.Select(v => string.Concat(word.AsSpan(0, open - 1), v, word.AsSpan(open + length + 1)));
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
