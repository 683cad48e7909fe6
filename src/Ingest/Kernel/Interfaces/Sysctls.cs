using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>
/// Reads the files below /proc/sys that a source defines: entries of tables (struct ctl_table) with their names. The folder
/// is told where the source itself says it: by tables above, a path (struct ctl_path) or the call that registers a table.
/// </summary>
/// <remarks>The name is that of the file alone: how a table is put into its folder has changed more than once, the files have not.</remarks>
internal static class Sysctls
{
    /// <summary>What a fact's name begins with.</summary>
    private const string Kind = "sysctl ";

    /// <summary>What a source has that defines any.</summary>
    public const string Sign = "procname";

    /// <summary>The largest table, kernel/sysctl.c's, has half of this.</summary>
    private const int MaxTable = 1 << 16;

    /// <summary>Folders in each other.</summary>
    private const int MaxDepth = 8;

    private static readonly string[] Registrations = ["register_sysctl(", "register_sysctl_init(", "register_sysctl_sz(", "register_net_sysctl(", "register_net_sysctl_sz("];

    /// <summary>Reads a source.</summary>
    /// <param name="text">The source without comments.</param>
    /// <param name="facts">Takes the names, each with its whole name where that is known: "kernel.printk_delay".</param>
    public static void Read(string text, FactSet facts)
    {
        var tables = Tables(text, "ctl_table");
        if (tables.Count == 0)
            return;
        var paths = Tables(text, "ctl_path").ConvertAll(p => string.Join('.', p.Entries.Select(e => e.Name)));
        var folders = Registered(text);
        var byName = new Dictionary<string, Table>(StringComparer.Ordinal);
        var parents = new Dictionary<string, (string Table, string Folder)>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            byName.TryAdd(table.Name, table);
            foreach (var (name, child) in table.Entries)
            {
                if (child is not null)
                    parents.TryAdd(child, (table.Name, name));
            }
        }
        foreach (var table in tables)
        {
            var folder = Folder(table, 0);
            foreach (var (name, _) in table.Entries.Where(e => e.Child is null))
                facts.Add(InterfaceKind.AbiFile, Kind + name, folder is null ? "" : folder.Length == 0 ? name : $"{folder}.{name}");
        }

        string? Folder(Table table, int depth)
        {
            if (folders.TryGetValue(table.Name, out var folder))
                return folder;
            if (parents.TryGetValue(table.Name, out var parent) && parent.Table != table.Name && byName.TryGetValue(parent.Table, out var above))
                return depth == MaxDepth || Folder(above, depth + 1) is not { } outer ? null : outer.Length == 0 ? parent.Folder : $"{outer}.{parent.Folder}";
            // A table of folders that none holds is at the top, unless the source has a path for it.
            return paths is [var only] ? only : table.Entries.Exists(e => e.Child is not null) ? "" : null;
        }
    }

    private static List<Table> Tables(string text, string type)
    {
        var tables = new List<Table>();
        for (var at = text.IndexOf(type, StringComparison.Ordinal); at >= 0; at = text.IndexOf(type, at, StringComparison.Ordinal))
        {
            at += type.Length;
            var start = CodeWords.SkipBlanks(text, at);
            var end = start;
            while (end < text.Length && CodeWords.IsPart(text[end]))
                end++;
            var name = text[start..end];
            var open = text.AsSpan(end, Math.Min(100, text.Length - end)).IndexOfAny('{', ';', ')');
            if (name.Length == 0 || start == at || open < 0 || text[end + open] != '{' || text[end] != '[')
                continue;
            at = end + open;
            var room = text.AsSpan(at, Math.Min(MaxTable, text.Length - at));
            var length = room.IndexOf("};") is var close and >= 0 ? close : room.Length;
            tables.Add(new Table(name, Entries(text, at, at + length)));
            at += length;
        }
        return tables;
    }

    private static List<(string Name, string? Child)> Entries(string text, int at, int end)
    {
        var entries = new List<(string, string?)>();
        while (text.AsSpan(at, end - at).IndexOf(Sign) is var hit and >= 0)
        {
            at += hit + Sign.Length;
            var next = text.AsSpan(at, end - at).IndexOf(Sign);
            var entry = text.AsSpan(at, (next < 0 ? end : at + next) - at);
            // .procname = "x", procname: "x"
            var value = entry.TrimStart();
            if (value is not ['=' or ':', ..] || value[1..].TrimStart() is not ['"', .. var rest] || rest.IndexOfAny('"', '\n') is not (> 0 and var close) || rest[close] != '"')
                continue;
            var name = rest[..close];
            // "%d" is filled in when it is known; what has a slash is no file's name.
            if (!name.ContainsAny('%', '/', ' '))
                entries.Add((name.ToString(), Child(rest[close..])));
        }
        return entries;
    }

    private static string? Child(ReadOnlySpan<char> entry)
    {
        const string Word = "child";
        var at = entry.IndexOf(Word);
        if (at < 0)
            return null;
        var value = entry[(at + Word.Length)..].TrimStart();
        if (value is not ['=' or ':', ..])
            return null;
        value = value[1..].TrimStart(" \t\n(&");
        var end = 0;
        while (end < value.Length && CodeWords.IsPart(value[end]))
            end++;
        return end == 0 ? null : value[..end].ToString();
    }

    /// <summary>Of tables that are registered by a path: "kernel", "net.ipv4".</summary>
    private static Dictionary<string, string> Registered(string text)
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var call in Registrations)
        {
            for (var at = text.IndexOf(call, StringComparison.Ordinal); at >= 0; at = text.IndexOf(call, at + call.Length, StringComparison.Ordinal))
            {
                if (CodeCall.Arguments(text, at + call.Length - 1) is not { } arguments || arguments.FindIndex(a => a.StartsWith('"')) is not (>= 0 and var path) || path + 1 >= arguments.Count)
                    continue;
                if (CodeCall.Literal(arguments[path]) is { Length: > 0 } folder)
                    folders.TryAdd(arguments[path + 1], folder.Replace('/', '.'));
            }
        }
        return folders;
    }

    private sealed record Table(string Name, List<(string Name, string? Child)> Entries);
}
