using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Reads the controllers of control groups: SUBSYS(x) in include/linux/cgroup_subsys.h.</summary>
internal static class ControlGroups
{
    /// <summary>Where they are listed.</summary>
    public const string Path = "include/linux/cgroup_subsys.h";

    private const string Kind = "controller ";

    private const string Macro = "SUBSYS";

    /// <summary>Until 3.15 the list had the names of variables; three were not those that users know.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["mem_cgroup"] = "memory", ["cpu_cgroup"] = "cpu", ["perf"] = "perf_event" };

    /// <summary>Reads the list.</summary>
    public static void Read(string text, FactSet facts)
    {
        var code = CodeText.Read(text).Text;
        for (var at = code.IndexOf(Macro, StringComparison.Ordinal); at >= 0; at = code.IndexOf(Macro, at + Macro.Length, StringComparison.Ordinal))
        {
            var isWord = at == 0 || !CodeWords.IsPart(code[at - 1]);
            if (isWord && CodeCall.Arguments(code, at + Macro.Length) is [var name] && CodeWords.IsName(name) && name.AsSpan().IndexOfAnyInRange('A', 'Z') < 0)
                facts.Add(InterfaceKind.AbiFile, Kind + Names.GetValueOrDefault(name, name));
        }
    }
}
