using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Makefiles by content: most are the same in many trees.</summary>
internal sealed class KbuildTexts(TreeText texts)
{
    /// <summary>Contents kept: the makefiles of two trees.</summary>
    private const int Kept = 6000;

    private readonly Dictionary<ObjectId, KbuildLists> _lists = [];

    /// <summary>Whether a path is that of a makefile.</summary>
    public static bool IsMakefile(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name is "Makefile" or "Kbuild";
    }

    /// <summary>A makefile by its content; one that builds nothing when it cannot be read.</summary>
    public KbuildLists Read(ObjectId blob)
    {
        if (_lists.TryGetValue(blob, out var lists))
            return lists;
        if (_lists.Count >= Kept)
            _lists.Clear();
        // A makefile that cannot be read leaves its drivers without symbol; the stages that read sources say what is damaged.
        lists = texts.Read(blob, out _) is { } text ? new KbuildLists(KbuildFile.Parse(text)) : KbuildLists.None;
        _lists.Add(blob, lists);
        return lists;
    }
}
