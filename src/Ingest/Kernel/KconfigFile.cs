namespace KernelTracker.Ingest.Kernel;

/// <summary>What a Kconfig file holds (Documentation/kbuild/kconfig-language.rst).</summary>
/// <param name="Entries">Its symbols, in order; a symbol may come more than once.</param>
/// <param name="Sources">The files that it includes, in order.</param>
internal sealed record KconfigFile(IReadOnlyList<KconfigEntry> Entries, IReadOnlyList<KconfigSource> Sources)
{
    /// <summary>A file without anything.</summary>
    public static KconfigFile Empty { get; } = new([], []);

    /// <summary>Reads a file of any age; what it does not understand it skips.</summary>
    public static KconfigFile Parse(string text) => new KconfigReader(text).Read();
}
