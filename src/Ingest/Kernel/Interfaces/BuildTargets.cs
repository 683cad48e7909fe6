using System.Buffers;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Reads what the build system and its checks offer to those who work on the kernel.</summary>
internal static class BuildTargets
{
    private static readonly SearchValues<char> NameSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");

    /// <summary>Reads the help of a makefile: "@echo  '  tinyconfig	  - Configure the tiniest possible kernel'".</summary>
    public static void ReadHelp(string text, FactSet facts)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var rest = line.Trim();
            if (!rest.StartsWith("@echo"))
                continue;
            rest = rest[5..].Trim().Trim('\'').Trim('"').TrimStart().TrimStart("* ");
            var dash = rest.IndexOf("- ");
            if (dash <= 0)
                continue;
            var target = rest[..dash].Trim();
            if (target.Length is > 2 and < 30 && !target.ContainsAny(" \t$`<"))
                facts.Add(InterfaceKind.BuildTarget, $"make {target}", OneLine.Of(rest[(dash + 2)..].TrimEnd('\'')));
        }
    }

    /// <summary>Reads the named checks of checkpatch.pl: WARN("NAME", "text").</summary>
    public static void ReadChecks(string text, FactSet facts)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var rest = line.TrimStart();
            foreach (var level in (ReadOnlySpan<string>)["ERROR(\"", "WARN(\"", "CHK(\""])
            {
                var at = rest.IndexOf(level);
                if (at < 0)
                    continue;
                var name = rest[(at + level.Length)..];
                var end = name.IndexOf('"');
                if (end > 2 && !name[..end].ContainsAnyExcept(NameSigns))
                    facts.Add(InterfaceKind.BuildTarget, $"checkpatch {name[..end]}");
                break;
            }
        }
    }
}
