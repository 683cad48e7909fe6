using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Fuzz;

/// <summary>The parsers that are fuzzed, each with seeds in corpus/NAME.</summary>
internal static class Targets
{
    public static IReadOnlyDictionary<string, Action<string>> All { get; } = new SortedDictionary<string, Action<string>>
    {
        ["kconfig"] = text => KconfigFile.Parse(text),
        ["kbuild"] = text => KbuildFile.Parse(text),
    };
}
