using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Reads the mount options of a filesystem: match tables (include/linux/parser.h), fs_parameter_spec (since 5.1).</summary>
internal static class MountOptions
{
    /// <summary>The longest table has some 100 entries.</summary>
    private const int MaxTable = 1 << 15;

    /// <summary>Tables of that name hold the values of an option, or no mount options.</summary>
    private static readonly string[] OtherTables = ["secflavor", "protocol", "lookupcache", "local_lock", "vers", "policy", "srp", "level"];

    /// <summary>Where filesystems are.</summary>
    public static bool IsPlace(string path) =>
        path.StartsWith("fs/", StringComparison.Ordinal) || path.StartsWith("mm/", StringComparison.Ordinal) || path.StartsWith("kernel/", StringComparison.Ordinal)
        || path.StartsWith("ipc/", StringComparison.Ordinal) || path.StartsWith("net/9p/", StringComparison.Ordinal) || path.StartsWith("arch/", StringComparison.Ordinal)
        || path.StartsWith("net/ceph/", StringComparison.Ordinal) || path.StartsWith("drivers/staging/", StringComparison.Ordinal) || path.StartsWith("drivers/usb/", StringComparison.Ordinal);

    /// <summary>Reads what follows the word "match_table_t": "match_table_t tokens = { {Opt_x, "x=%u"}, … }".</summary>
    /// <returns>Where the table ends; the word's end when it begins none.</returns>
    public static int ReadTable(string path, string text, CodeWord word, FactSet facts)
    {
        var at = CodeWords.SkipBlanks(text, word.End);
        var nameEnd = at;
        while (nameEnd < text.Length && CodeWords.IsPart(text[nameEnd]))
            nameEnd++;
        var table = text[at..nameEnd];
        var open = text.AsSpan(nameEnd, Math.Min(100, text.Length - nameEnd)).IndexOfAny('{', ';', ')');
        if (table.Length == 0 || open < 0 || text[nameEnd + open] != '{' || OtherTables.Any(o => table.Contains(o, StringComparison.Ordinal)))
            return word.End;
        var start = nameEnd + open;
        var end = text.AsSpan(start, Math.Min(MaxTable, text.Length - start)).IndexOf("};");
        var stop = end < 0 ? Math.Min(text.Length, start + MaxTable) : start + end;
        for (var i = start; i < stop; i++)
        {
            if (text[i] != '"')
                continue;
            var close = text.AsSpan(i + 1, stop - i - 1).IndexOfAny('"', '\n');
            if (close < 0)
                break;
            Add(path, text.Substring(i + 1, close), facts);
            i += close + 1;
        }
        return stop;
    }

    /// <summary>Reads one fsparam_flag("x", Opt_x) or its like.</summary>
    public static void ReadSpecification(string path, string text, CodeWord word, FactSet facts)
    {
        if (word.InDirective || CodeCall.Arguments(text, word.End) is not { Count: > 1 } arguments)
            return;
        var macro = text.AsSpan(word.Start, word.End - word.Start);
        // __fsparam names its type first.
        var at = macro.SequenceEqual("__fsparam") ? 1 : 0;
        if (CodeCall.Literal(arguments[at]) is not { Length: > 0 } option)
            return;
        Add(path, option, facts);
        if (macro.SequenceEqual("fsparam_flag_no"))
            Add(path, "no" + option, facts);
    }

    private static void Add(string path, string pattern, FactSet facts)
    {
        var end = pattern.IndexOfAny(['=', '%', ':']);
        var option = (end < 0 ? pattern : pattern[..end]).Trim();
        if (option.Length > 0)
            facts.Add(InterfaceKind.MountOption, $"{Filesystem(path)} {option}", pattern == option ? "" : pattern);
    }

    /// <summary>A filesystem is called as its folder or, outside of fs/, as its file; the two that every tree has otherwise are known.</summary>
    private static string Filesystem(string path)
    {
        var parts = path.Split('/');
        return parts switch
        {
            ["fs", _] => Path.GetFileNameWithoutExtension(path),
            ["fs", "autofs4", ..] => "autofs",
            ["fs", "smb", "client", ..] => "cifs",
            ["fs", var name, ..] => name,
            ["mm", "shmem.c"] => "tmpfs",
            ["net", var name, ..] => name,
            ["kernel", "cgroup", ..] => "cgroup",
            ["kernel", "bpf", ..] => "bpf",
            ["drivers", "usb", "core", ..] => "usbfs",
            ["drivers", "usb", "gadget", ..] => "gadgetfs",
            ["arch", .., "spufs", _] => "spufs",
            ["arch", .., "hypfs", _] => "s390_hypfs",
            ["drivers", "staging", var name, ..] => name,
            _ => Path.GetFileNameWithoutExtension(path),
        };
    }
}
