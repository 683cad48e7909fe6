using KernelTracker.Data.Hardware;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Classification;
using KernelTracker.Ingest.Kernel;
using KernelTracker.Ingest.Kernel.Interfaces;
using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Fuzz;

/// <summary>The parsers that are fuzzed, each with seeds in corpus/NAME.</summary>
internal static class Targets
{
    public static IReadOnlyDictionary<string, Action<string>> All { get; } = new SortedDictionary<string, Action<string>>
    {
        ["bindings"] = Binding,
        ["idlist"] = text => IdList.Parse(text),
        ["interfaces"] = Interfaces,
        ["kbuild"] = text => KbuildFile.Parse(text),
        ["kconfig"] = text => KconfigFile.Parse(text),
        ["paste"] = text => PastedDevices.Parse(text),
        ["query"] = text => HardwareQuery.Parse(text),
        ["sources"] = Source,
        ["subject"] = Subject,
        ["upstream"] = Upstream,
    };

    private static void Upstream(string text)
    {
        var message = CommitMessageParser.Parse(text);
        UpstreamLines.Read(message);
        RepairLines.Read(message);
    }

    /// <summary>As every kind of file that names are read from.</summary>
    private static void Interfaces(string text)
    {
        foreach (var path in new[] { "fs/x/super.c", "include/linux/mman.h", "arch/x86/include/asm/unistd.h", "arch/x86/entry/syscalls/x.tbl", "Documentation/ABI/testing/x", "Documentation/kernel-parameters.txt", "Documentation/feature-removal-schedule.txt", "Documentation/x.txt", "Makefile", "scripts/checkpatch.pl" })
            InterfaceReader.Read(path, text);
    }

    private static void Source(string text)
    {
        const string Path = "drivers/net/x.c";
        SourceFacts.Read(Path, text, NoHeaders.Instance);
        SourceFacts.Read(Path, text, new OwnHeader(text));
    }

    /// <summary>The first letter tells the format: "t" text, "y" YAML, others a device tree.</summary>
    private static void Binding(string text)
    {
        if (text.Length == 0)
            return;
        var path = text[0] switch
        {
            't' => "Documentation/devicetree/bindings/x.txt",
            'y' => "Documentation/devicetree/bindings/x.yaml",
            _ => "arch/powerpc/boot/dts/x.dts",
        };
        SourceFacts.Read(path, text[1..], NoHeaders.Instance);
    }

    private static void Subject(string text)
    {
        SubjectDevice.Read(text);
        foreach (var path in new[] { "drivers/net/x.c", "arch/arm/mach-omap2/board-x.c" })
        {
            // Judged by symbol, prompt, help and files, named by any of its texts.
            var evidence = new HardwareEvidence
            {
                Symbol = "X",
                IsNewSymbol = true,
                Type = KconfigType.Tristate,
                Prompt = text,
                Help = text,
                Menu = text,
                NewSources = [path],
                Descriptions = [text],
                Titles = [text],
                Labels = [text],
                MachineNames = [text],
                Subject = text,
            };
            DeviceJudge.Judge(evidence);
            DeviceNamer.Name(evidence);
            var others = evidence with { IsNewSymbol = false, Symbol = text, Prompt = null, NewSources = [], OldSources = [path], Descriptions = [], Titles = [] };
            DeviceJudge.Judge(others with { Type = KconfigType.Bool });
            DeviceNamer.Name(others);
        }
    }

    /// <summary>A source that is its own header: macros hold before their definition too.</summary>
    private sealed class OwnHeader(string text) : IHeaderMacros
    {
        private Dictionary<string, Macro>? _macros;

        public Macro? Find(string name, IReadOnlyList<Include> includes)
        {
            _macros ??= CSource.Read(text).Macros.GroupBy(m => m.Name).ToDictionary(g => g.Key, g => g.First());
            return _macros.GetValueOrDefault(name);
        }
    }
}
