using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Kconfig files by content: the changesets of a release read the same ones again and again.</summary>
internal sealed class KconfigTexts(TreeText texts, TreeEvents events)
{
    /// <summary>Characters of text whose readings are kept: all Kconfig files of a tree twice over.</summary>
    private const int KeptLength = 6 << 20;

    private readonly Dictionary<ObjectId, KconfigFile> _files = [];
    private readonly HashSet<ObjectId> _reported = [];
    private int _length;

    /// <summary>Whether a path is that of a Kconfig file; the tests of the configuration programs themselves are none.</summary>
    public static bool IsKconfig(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.StartsWith("Kconfig", StringComparison.Ordinal)
            && !path.StartsWith("scripts/", StringComparison.Ordinal)
            && !path.StartsWith("Documentation/", StringComparison.Ordinal);
    }

    /// <summary>A file by its content; an empty one when it cannot be read, which the status page then says.</summary>
    public KconfigFile Read(ObjectId blob)
    {
        if (_files.TryGetValue(blob, out var file))
            return file;
        var text = texts.Read(blob, out var problem);
        if (problem is not null && _reported.Add(blob))
            events.Add("unreadable object", problem);
        file = text is null ? KconfigFile.Empty : KconfigFile.Parse(text);
        if (_length > KeptLength)
        {
            _files.Clear();
            _length = 0;
        }
        _length += text?.Length ?? 0;
        _files.Add(blob, file);
        return file;
    }
}
