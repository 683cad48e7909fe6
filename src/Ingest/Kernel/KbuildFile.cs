namespace KernelTracker.Ingest.Kernel;

/// <summary>What a makefile line adds to a list of objects.</summary>
/// <param name="Goal">"obj" or "lib" for what the directory builds; the name of a composite object ("snd-usb-audio") for its parts.</param>
/// <param name="Symbol">The configuration symbol on which it hangs; null for -y, -m and -objs.</param>
/// <param name="Items">Objects ("card.o"), folders ("usx2y/") and references to other lists ("$(foo-y)").</param>
internal sealed record KbuildRule(string Goal, string? Symbol, IReadOnlyList<string> Items);

/// <summary>What a kbuild makefile builds (Documentation/kbuild/makefiles.rst); conditional blocks are read as if all held.</summary>
/// <param name="Rules">Its lists of objects, in order.</param>
internal sealed record KbuildFile(IReadOnlyList<KbuildRule> Rules)
{
    /// <summary>Reads a makefile; what it does not understand it skips.</summary>
    public static KbuildFile Parse(string text) => throw new NotImplementedException(text);
}
