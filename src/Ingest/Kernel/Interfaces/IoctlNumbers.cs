namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Tells requests of ioctl from other constants by their values.</summary>
internal static class IoctlNumbers
{
    /// <summary>Whether a value is made by _IO and its forms (include/asm-generic/ioctl.h), or by a macro of a subsystem around them.</summary>
    public static bool Is(ReadOnlySpan<char> value)
    {
        value = value.TrimStart("( \t");
        if (!value.StartsWith("_IO") && !value.StartsWith("DRM_IO"))
            return false;
        var open = value.IndexOf('(');
        return open > 0 && value[..open].TrimEnd() is "_IO" or "_IOR" or "_IOW" or "_IOWR" or "_IOC" or "_IOR_BAD" or "_IOW_BAD" or "_IOWR_BAD" or "DRM_IO" or "DRM_IOR" or "DRM_IOW" or "DRM_IOWR";
    }
}
