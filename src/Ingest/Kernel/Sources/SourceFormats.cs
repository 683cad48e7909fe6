namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>How a file is read.</summary>
internal enum SourceFormat : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A C source or header.</summary>
    C,

    /// <summary>A device-tree source of a machine.</summary>
    DeviceTree,

    /// <summary>A device-tree binding in prose.</summary>
    BindingText,

    /// <summary>A device-tree binding as a schema.</summary>
    BindingYaml,
}

/// <summary>Tells which files of a kernel tree may say something of hardware.</summary>
internal static class SourceFormats
{
    /// <summary>How the file of a path is read.</summary>
    public static SourceFormat Of(string path)
    {
        if (path.StartsWith("drivers/", StringComparison.Ordinal) || path.StartsWith("sound/", StringComparison.Ordinal)
            || path.StartsWith("arch/", StringComparison.Ordinal) || path.StartsWith("net/", StringComparison.Ordinal)
            || path.StartsWith("include/drm/", StringComparison.Ordinal))
        {
            if (path.EndsWith(".c", StringComparison.Ordinal))
                return SourceFormat.C;
            // Headers of architectures and protocols are many and define no tables.
            if (path.EndsWith(".h", StringComparison.Ordinal) && path[0] is not ('a' or 'n'))
                return SourceFormat.C;
            return path.EndsWith(".dts", StringComparison.Ordinal) ? SourceFormat.DeviceTree : SourceFormat.None;
        }
        if (!path.StartsWith("Documentation/devicetree/", StringComparison.Ordinal) && !path.StartsWith("Documentation/powerpc/", StringComparison.Ordinal))
            return SourceFormat.None;
        return path.EndsWith(".yaml", StringComparison.Ordinal) ? SourceFormat.BindingYaml
            : path.EndsWith(".txt", StringComparison.Ordinal) ? SourceFormat.BindingText : SourceFormat.None;
    }
}
