using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>
/// System calls as user space finds them: a number __NR_x in a unistd header, or a line of a table (*.tbl), of any
/// architecture. A function without a number cannot be called: it is no system call yet.
/// </summary>
internal static class SystemCalls
{
    private const string Prefix = "__NR_";

    /// <summary>Whether a macro may be a system call's number.</summary>
    public static bool IsNumber(ReadOnlySpan<char> macro) => macro.StartsWith(Prefix);

    /// <summary>Adds the system call of a macro __NR_x.</summary>
    public static void AddNumber(string macro, string value, FactSet facts)
    {
        var name = macro[Prefix.Length..];
        // Those of other ABIs of the same header: x86-64's ia32_unistd.h, tile's compat.
        name = name.StartsWith("ia32_", StringComparison.Ordinal) ? name[5..] : name;
        if (value.Length > 0 && IsCall(name))
            facts.Add(InterfaceKind.SystemCall, name, value);
    }

    /// <summary>Reads a table: lines of number, ABI, name and, mostly, entry point; "#" starts a comment.</summary>
    public static void ReadTable(string text, FactSet facts)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var comment = line.IndexOf('#');
            var rest = (comment < 0 ? line : line[..comment]).Trim();
            if (rest.IsEmpty || !char.IsAsciiDigit(rest[0]))
                continue;
            var number = Word(ref rest);
            var abi = Word(ref rest);
            var name = Word(ref rest);
            // Without an entry point the number is only kept free; what is there but does nothing points to sys_ni_syscall.
            if (number.Trim("0123456789").IsEmpty && !abi.IsEmpty && CodeWords.IsName(name) && !rest.TrimStart().StartsWith("sys_ni_syscall") && IsCall(name))
                facts.Add(InterfaceKind.SystemCall, name.ToString(), number.ToString());
        }
    }

    /// <summary>Limits, bases and gaps have numbers too.</summary>
    private static bool IsCall(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.ContainsAnyInRange('A', 'Z'))
            return false;
        if (name is "syscalls" or "syscall_max" or "syscall_count" or "arch_specific_syscall" or "ni_syscall" or "compat_syscalls" or "compat_syscall_end" or "sync_file_range2_or_1")
            return false;
        foreach (var gap in (ReadOnlySpan<string>)["reserved", "unused", "available", "ni_syscall", "osf_syscalls", "spare", "seccomp_", "compat_"])
        {
            if (name.StartsWith(gap))
                return false;
        }
        return !name.EndsWith("_syscalls");
    }

    private static ReadOnlySpan<char> Word(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        var end = rest.IndexOfAny(' ', '\t');
        var word = end < 0 ? rest : rest[..end];
        rest = rest[word.Length..];
        return word;
    }
}
