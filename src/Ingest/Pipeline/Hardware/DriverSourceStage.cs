using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Writes which symbol and module the source files of the newest tree belong to.</summary>
/// <param name="context">The database.</param>
/// <param name="kbuild">The makefiles.</param>
/// <param name="interning">Numbers paths; the caller writes <see cref="Interning.NewPaths"/> in the same transaction.</param>
internal sealed class DriverSourceStage(TrackerContext context, KbuildIndex kbuild, Interning interning)
{
    /// <summary>Replaces all rows by those of the given source files, as the tree that the index has open builds them.</summary>
    public void Write(IEnumerable<string> sourcePaths)
    {
        context.DriverSources.ExecuteDelete();
        using var table = BulkTable.Insert<DriverSource>(context);
        foreach (var path in sourcePaths.Distinct(StringComparer.Ordinal))
        {
            if (kbuild.Of(path) is { } build)
                table.Write(new DriverSource { PathId = interning.Path(path), Symbol = build.Symbol, Module = build.Module });
        }
    }
}
