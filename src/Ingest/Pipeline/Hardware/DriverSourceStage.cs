using KernelTracker.Data;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Writes which symbol and module the source files of the newest tree belong to.</summary>
internal sealed class DriverSourceStage(TrackerContext context, KbuildIndex kbuild, Interning interning)
{
    /// <summary>Replaces all rows by those of the given source files, as the tree that the index has open builds them.</summary>
    public void Write(IEnumerable<string> sourcePaths) => throw new NotImplementedException($"{context} {kbuild} {interning} {sourcePaths}");
}
