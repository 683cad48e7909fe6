using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LibGit2Sharp;
using Microsoft.Win32.SafeHandles;

namespace KernelTracker.Ingest.Git;

/// <summary>
/// The few functions of libgit2 that LibGit2Sharp does not offer, or offers too slowly, called in the very library
/// that LibGit2Sharp has loaded (https://libgit2.org/docs/reference/v1.8.4/).
/// </summary>
internal static unsafe partial class LibGit2
{
    private const string Library = "libgit2-of-libgit2sharp";
    private const int NotFound = -3;

    private const int OptSetWindowSize = 1;
    private const int OptSetMappedLimit = 3;

    /// <summary>
    /// Size of the windows through which packs are mapped, and the sum that may be mapped at once. libgit2's own limits
    /// (1 GiB and 8 GiB) would let the resident size of the process grow to the size of the packs.
    /// </summary>
    private const long WindowBytes = 32L << 20, MappedBytes = 192L << 20;

    private static readonly Lazy<bool> Settings = new(ApplySettings);

    static LibGit2() => NativeLibrary.SetDllImportResolver(typeof(LibGit2).Assembly, Resolve);

    /// <summary>Sets libgit2 up for reading whole histories; the first call does the work. Process-wide.</summary>
    public static void Initialise() => _ = Settings.Value;

    private static bool ApplySettings()
    {
        // Hashing every object that is read costs a fifth to a third of a walk. Damage still shows: zlib has its own check
        // sum, and the parsers refuse what is malformed.
        GlobalSettings.SetStrictHashVerification(false);

        // Only objects and refs are read and no hook or filter is run, so a repository of another user is safe to read.
        GlobalSettings.SetOwnerValidation(false);

        // Each object is read once or twice, and those that are read again are kept by TreeDiff itself.
        GlobalSettings.SetEnableCaching(false);

        // Extensions that change nothing about reading objects and refs.
        GlobalSettings.SetExtensions("partialclone", "preciousobjects", "worktreeconfig", "relativeworktrees");

        Check(SetOption(OptSetWindowSize, (nint)WindowBytes));
        Check(SetOption(OptSetMappedLimit, (nint)MappedBytes));
        return true;
    }

    /// <summary>Opens the object database in an objects directory, alternates included.</summary>
    public static OdbHandle OpenOdb(string objectsDirectory)
    {
        var path = Marshal.StringToCoTaskMemUTF8(objectsDirectory);
        try
        {
            Check(git_odb_open(out var odb, path));
            return new OdbHandle(odb);
        }
        finally
        {
            Marshal.FreeCoTaskMem(path);
        }
    }

    /// <summary>Reads an object; zero with a reason when it cannot be read.</summary>
    public static nint Read(OdbHandle odb, ReadOnlySpan<byte> id, out string? error)
    {
        int code;
        nint result;
        fixed (byte* bytes = id)
            code = git_odb_read(out result, odb, bytes);
        error = code == 0 ? null : Reason(code);
        return code == 0 ? result : 0;
    }

    /// <summary>Size of an object's content without its content; -1 with a reason when it cannot be read.</summary>
    public static long ReadSize(OdbHandle odb, ReadOnlySpan<byte> id, out string? error)
    {
        int code;
        nuint size;
        fixed (byte* bytes = id)
            code = git_odb_read_header(out size, out _, odb, bytes);
        error = code == 0 ? null : Reason(code);
        return code == 0 ? checked((long)size) : -1;
    }

    /// <summary>The kind of a read object.</summary>
    public static int Kind(nint odbObject) => git_odb_object_type(odbObject);

    /// <summary>The content of a read object, valid until <see cref="Free"/>.</summary>
    public static ReadOnlySpan<byte> Content(nint odbObject) =>
        new(git_odb_object_data(odbObject), checked((int)git_odb_object_size(odbObject)));

    /// <summary>Gives a read object back.</summary>
    public static void Free(nint odbObject) => git_odb_object_free(odbObject);

    /// <summary>A repository without directory, refs or configuration over an object database: what blobs live in.</summary>
    public static RepositoryHandle Wrap(OdbHandle odb)
    {
        Check(git_repository_wrap_odb(out var repository, odb));
        return new RepositoryHandle(repository);
    }

    /// <summary>Reads a blob; zero with a reason when it cannot be read.</summary>
    public static nint ReadBlob(RepositoryHandle repository, ReadOnlySpan<byte> id, out string? error)
    {
        int code;
        nint result;
        fixed (byte* bytes = id)
            code = git_blob_lookup(out result, repository, bytes);
        error = code == 0 ? null : Reason(code);
        return code == 0 ? result : 0;
    }

    /// <summary>The content of a blob, valid until <see cref="FreeBlob"/>.</summary>
    public static ReadOnlySpan<byte> BlobContent(nint blob) =>
        new(git_blob_rawcontent(blob), checked((int)git_blob_rawsize(blob)));

    /// <summary>Gives a blob back.</summary>
    public static void FreeBlob(nint blob) => git_object_free(blob);

    /// <summary>
    /// Counts the changed lines between two blobs, as xdiff (which git and libgit2 share) finds them. Blobs, because
    /// libgit2 first hashes whole buffers, which takes a third of the time; an empty path, because any other has its
    /// attributes looked up.
    /// </summary>
    public static (int Added, int Removed) CountLines(nint oldBlob, nint newBlob)
    {
        var options = NewOptions();
        Counts counts = default;
        byte path = 0;
        Check(git_diff_blobs(oldBlob, &path, newBlob, &path, &options, null, null, &CountHunk, null, &counts));
        return (counts.Added, counts.Removed);
    }

    /// <summary>Counts the changed lines between two texts.</summary>
    public static (int Added, int Removed) CountLines(ReadOnlySpan<byte> oldText, ReadOnlySpan<byte> newText)
    {
        var options = NewOptions();
        Counts counts = default;
        byte path = 0;
        fixed (byte* oldBytes = oldText, newBytes = newText)
        {
            Check(git_diff_buffers(
                oldBytes, (nuint)oldText.Length, &path,
                newBytes, (nuint)newText.Length, &path,
                &options, null, null, &CountHunk, null, &counts));
        }

        return (counts.Added, counts.Removed);
    }

    private static DiffOptions NewOptions()
    {
        DiffOptions options;
        Check(git_diff_options_init(&options, 1));
        options.Flags = DiffOptions.ForceText;
        options.ContextLines = 0; // Then a hunk holds changed lines only.
        return options;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CountHunk(void* delta, Hunk* hunk, Counts* counts)
    {
        counts->Added += hunk->NewLines;
        counts->Removed += hunk->OldLines;
        return 0;
    }

    private static string Reason(int code)
    {
        if (code == NotFound)
            return "the object is missing";
        var error = git_error_last();
        return error == null || error->Message == null
            ? $"libgit2 gave error {code}"
            : Marshal.PtrToStringUTF8((nint)error->Message) ?? "";
    }

    private static void Check(int code)
    {
        if (code < 0)
            throw new GitRepositoryException(Reason(code));
    }

    /// <summary>git_libgit2_opts is variadic: the 64-bit Arm convention of Apple passes such arguments on the stack, all others like named ones.</summary>
    private static int SetOption(int option, nint value) =>
        OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? git_libgit2_opts(option, 0, 0, 0, 0, 0, 0, 0, value)
            : git_libgit2_opts(option, value);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? paths)
    {
        if (name != Library)
            return 0;
        var version = GlobalSettings.Version; // Reading it makes LibGit2Sharp load the library.
        return NativeLibrary.Load($"git2-{version.LibGit2CommitSha}", typeof(Repository).Assembly, null);
    }

    [LibraryImport(Library)]
    private static partial int git_odb_open(out nint odb, nint objectsDirectory);

    [LibraryImport(Library)]
    private static partial void git_odb_free(nint odb);

    [LibraryImport(Library)]
    private static partial int git_odb_read(out nint odbObject, OdbHandle odb, byte* id);

    [LibraryImport(Library)]
    private static partial int git_odb_read_header(out nuint size, out int kind, OdbHandle odb, byte* id);

    [LibraryImport(Library)]
    private static partial void git_odb_object_free(nint odbObject);

    [LibraryImport(Library)]
    private static partial void* git_odb_object_data(nint odbObject);

    [LibraryImport(Library)]
    private static partial nuint git_odb_object_size(nint odbObject);

    [LibraryImport(Library)]
    private static partial int git_odb_object_type(nint odbObject);

    [LibraryImport(Library)]
    private static partial LastError* git_error_last();

    [LibraryImport(Library)]
    private static partial int git_libgit2_opts(int option, nint value);

    [LibraryImport(Library)]
    private static partial int git_libgit2_opts(int option, nint r1, nint r2, nint r3, nint r4, nint r5, nint r6, nint r7, nint value);

    [LibraryImport(Library)]
    private static partial int git_diff_options_init(DiffOptions* options, uint version);

    [LibraryImport(Library)]
    private static partial int git_diff_buffers(
        byte* oldBuffer, nuint oldLength, byte* oldPath,
        byte* newBuffer, nuint newLength, byte* newPath,
        DiffOptions* options, void* fileCallback, void* binaryCallback,
        delegate* unmanaged[Cdecl]<void*, Hunk*, Counts*, int> hunkCallback, void* lineCallback, Counts* payload);

    [LibraryImport(Library)]
    private static partial int git_repository_wrap_odb(out nint repository, OdbHandle odb);

    [LibraryImport(Library)]
    private static partial void git_repository_free(nint repository);

    [LibraryImport(Library)]
    private static partial int git_blob_lookup(out nint blob, RepositoryHandle repository, byte* id);

    [LibraryImport(Library)]
    private static partial void* git_blob_rawcontent(nint blob);

    [LibraryImport(Library)]
    private static partial ulong git_blob_rawsize(nint blob);

    [LibraryImport(Library)]
    private static partial void git_object_free(nint gitObject);

    [LibraryImport(Library)]
    private static partial int git_diff_blobs(
        nint oldBlob, byte* oldPath, nint newBlob, byte* newPath,
        DiffOptions* options, void* fileCallback, void* binaryCallback,
        delegate* unmanaged[Cdecl]<void*, Hunk*, Counts*, int> hunkCallback, void* lineCallback, Counts* payload);

    private struct Counts
    {
        public int Added;
        public int Removed;
    }

    /// <summary>git_error.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct LastError
    {
        public byte* Message;
        public int Class;
    }

    /// <summary>The head of git_diff_hunk.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Hunk
    {
        public int OldStart;
        public int OldLines;
        public int NewStart;
        public int NewLines;
    }

    /// <summary>git_diff_options, with room to spare for what follows the fields that are set here.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct DiffOptions
    {
        public const uint ForceText = 1u << 20;

        public uint Version;
        public uint Flags;
        public int IgnoreSubmodules;
        public nint PathspecStrings;
        public nuint PathspecCount;
        public nint NotifyCallback;
        public nint ProgressCallback;
        public nint Payload;
        public uint ContextLines;
        public uint InterhunkLines;
    }

    /// <summary>A git_odb.</summary>
    internal sealed class OdbHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        public OdbHandle(nint handle) : base(ownsHandle: true) => SetHandle(handle);

        protected override bool ReleaseHandle()
        {
            git_odb_free(handle);
            return true;
        }
    }

    /// <summary>A git_repository.</summary>
    internal sealed class RepositoryHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        public RepositoryHandle(nint handle) : base(ownsHandle: true) => SetHandle(handle);

        protected override bool ReleaseHandle()
        {
            git_repository_free(handle);
            return true;
        }
    }
}
