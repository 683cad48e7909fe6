namespace KernelTracker.Ingest.Kernel;

/// <summary>Reads a person out of a trailer's value: "Name &lt;address&gt; # v2.6.28+" in its many spellings.</summary>
internal static class PersonText
{
    /// <summary>Name and address; the address is empty when only a name stands, the name when only an address does; null when neither.</summary>
    public static (string Name, string Email)? Parse(string value)
    {
        var open = value.IndexOf('<', StringComparison.Ordinal);
        if (open >= 0)
        {
            var close = value.IndexOf('>', open + 1);
            var address = (close < 0 ? value[(open + 1)..] : value[(open + 1)..close]).Trim();
            if (close < 0 && address.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
                address = address[..space];
            var name = CleanName(value[..open]);
            return name.Length == 0 && address.Length == 0 ? null : (name, address);
        }

        var words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, w => w.IndexOf('@', StringComparison.Ordinal) > 0);
        if (at >= 0)
            return (CleanName(string.Join(' ', words.Take(at))), words[at].Trim('(', ')', '[', ']', ',', ';', '"', '>'));
        var comment = value.AsSpan().IndexOfAny('#', '[');
        var only = CleanName(comment >= 0 ? value[..comment] : value);
        return only.Length == 0 || !only.Any(char.IsLetter) ? null : (only, "");
    }

    private static string CleanName(string name) => name.Trim().Trim('"', '\'', ',').Trim();
}
