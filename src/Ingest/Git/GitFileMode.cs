namespace KernelTracker.Ingest.Git;

/// <summary>File modes in trees, reduced to the five that git knows (git-fast-import(1) lists them).</summary>
internal static class GitFileMode
{
    /// <summary>A directory.</summary>
    public const int Directory = 0x4000;

    /// <summary>A file.</summary>
    public const int File = 0x81A4;

    /// <summary>A file that can be run.</summary>
    public const int Executable = 0x81ED;

    /// <summary>A symbolic link.</summary>
    public const int Link = 0xA000;

    /// <summary>A submodule: a commit of another repository.</summary>
    public const int Submodule = 0xE000;

    private const int TypeMask = 0xF000;
    private const int OwnerExecute = 0x40;

    /// <summary>The mode that git takes an odd one for (100664 is 100644; anything unknown is a submodule).</summary>
    public static int Canonical(int mode) => (mode & TypeMask) switch
    {
        File & TypeMask => (mode & OwnerExecute) != 0 ? Executable : File,
        Link => Link,
        Directory => Directory,
        _ => Submodule,
    };

    /// <summary>Whether two canonical modes are of one type, so that a change between them is no type change.</summary>
    public static bool SameType(int left, int right) => (left & TypeMask) == (right & TypeMask);

    /// <summary>A file, executable or not.</summary>
    public static bool IsFile(int mode) => (mode & TypeMask) == (File & TypeMask);
}
