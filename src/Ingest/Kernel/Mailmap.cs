namespace KernelTracker.Ingest.Kernel;

/// <summary>
/// A .mailmap file: which names and addresses stand for which (gitmailmap(5)).
/// Addresses and names are compared without regard to case, as git does.
/// </summary>
internal sealed class Mailmap
{
    private readonly Dictionary<string, Entry> _byEmail = new(StringComparer.OrdinalIgnoreCase);

    private Mailmap()
    {
    }

    /// <summary>The map that changes nothing.</summary>
    public static Mailmap Empty { get; } = new();

    /// <summary>Reads the text of a .mailmap file. A later line overrides an earlier one; a line that is no entry means nothing, as with git.</summary>
    public static Mailmap Parse(string text)
    {
        var map = new Mailmap();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (!TryReadPair(line, 0, out var name1, out var email1, out var next))
                continue;
            if (TryReadPair(line, next, out var name2, out var email2, out _))
                map.Add(name1, email1, name2, email2);
            else
                map.Add(name1, "", "", email1);
        }

        return map;
    }

    /// <summary>The name and address to show for those in a commit.</summary>
    public (string Name, string Email) Resolve(string name, string email)
    {
        if (!_byEmail.TryGetValue(email, out var entry))
            return (name, email);
        var proper = entry.ByName is { } byName && byName.TryGetValue(name, out var special) ? special : entry.Plain;
        return (proper.Name.Length > 0 ? proper.Name : name, proper.Email.Length > 0 ? proper.Email : email);
    }

    /// <summary>"Proper &lt;proper@address&gt; [Commit] &lt;commit@address&gt;"; empty means: as in the commit.</summary>
    private void Add(string properName, string properEmail, string commitName, string commitEmail)
    {
        if (!_byEmail.TryGetValue(commitEmail, out var entry))
            _byEmail.Add(commitEmail, entry = new Entry());
        if (commitName.Length > 0)
        {
            entry.ByName ??= new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase);
            entry.ByName[commitName] = (properName, properEmail);
            return;
        }

        entry.Plain = (properName.Length > 0 ? properName : entry.Plain.Name, properEmail.Length > 0 ? properEmail : entry.Plain.Email);
    }

    private static bool TryReadPair(string line, int from, out string name, out string email, out int next)
    {
        (name, email, next) = ("", "", from);
        if (from >= line.Length)
            return false;
        var open = line.IndexOf('<', from);
        var close = open < 0 ? -1 : line.IndexOf('>', open + 1);
        if (close < 0)
            return false;
        name = line[from..open].Trim();
        email = line[(open + 1)..close].Trim();
        next = close + 1;
        return true;
    }

    private sealed class Entry
    {
        public (string Name, string Email) Plain { get; set; } = ("", "");

        public Dictionary<string, (string Name, string Email)>? ByName { get; set; }
    }
}
