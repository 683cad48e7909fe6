namespace KernelTracker.Ingest.Classification;

/// <summary>How much a path says about what a changeset is about.</summary>
internal enum PathKind
{
    /// <summary>Code: the changeset is about it.</summary>
    Code,

    /// <summary>A header under an include directory: usually goes with code elsewhere.</summary>
    Header,

    /// <summary>Documentation.</summary>
    Documentation,

    /// <summary>Lists that every new file needs: Makefile, Kconfig, MAINTAINERS, defconfig.</summary>
    Glue,
}

/// <summary>Tells code from what goes with code.</summary>
internal static class PathRole
{
    /// <summary>The kind of a path.</summary>
    public static PathKind Of(string path)
    {
        // Programs lived under Documentation/ before tools/ and samples/ came.
        if ((path.StartsWith("Documentation/", StringComparison.Ordinal) && !path.EndsWith(".c", StringComparison.Ordinal) && !path.EndsWith(".h", StringComparison.Ordinal)) || path is "CREDITS" or "README" or "REPORTING-BUGS")
            return PathKind.Documentation;
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        if (name is "MAINTAINERS" or "Makefile" or "Kbuild" or "Kconfig" or ".gitignore" || name.StartsWith("Kconfig.", StringComparison.Ordinal)
            || name.StartsWith("Makefile.", StringComparison.Ordinal) || name.EndsWith("defconfig", StringComparison.Ordinal)
            || (path.StartsWith("arch/", StringComparison.Ordinal) && path.Contains("/configs/", StringComparison.Ordinal)))
            return PathKind.Glue;
        // An architecture's headers are its code, wherever they lie.
        return path.StartsWith("include/", StringComparison.Ordinal) && !path.StartsWith("include/asm-", StringComparison.Ordinal) ? PathKind.Header : PathKind.Code;
    }

    /// <summary>Votes of a path for the MAINTAINERS section it belongs to.</summary>
    public static int Weight(string path) => Of(path) switch
    {
        PathKind.Code => 1_000,
        PathKind.Header => 30,
        PathKind.Documentation => 2,
        _ => 1,
    };
}
