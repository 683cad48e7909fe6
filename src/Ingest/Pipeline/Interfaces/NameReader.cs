using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel.Interfaces;
using KernelTracker.Ingest.Pipeline.Hardware;

namespace KernelTracker.Ingest.Pipeline.Interfaces;

/// <summary>The contents that a path has in the trees of a range, to be read in this order: each is near the one before.</summary>
/// <param name="Path">The path.</param>
/// <param name="Before">What its content of the release before says; null when that is not at hand.</param>
/// <param name="Contents">The contents.</param>
internal sealed record PathContents(string Path, InterfaceFact[]? Before, IReadOnlyList<ObjectId> Contents);

/// <summary>What the contents of a path say.</summary>
/// <param name="Contents">The path and its contents.</param>
/// <param name="Facts">By content: its names; null when it cannot be read.</param>
/// <param name="Problem">Why one of them cannot be read; null when all can.</param>
internal sealed record PathNames(PathContents Contents, InterfaceFact[]?[] Facts, string? Problem);

/// <summary>Reads the names in the contents of files. One per thread.</summary>
internal sealed class NameReader(GitRepository repository) : IDisposable
{
    private readonly TreeText _texts = new(repository);

    /// <summary>Reads all contents of a path.</summary>
    public PathNames Read(PathContents path)
    {
        var signs = InterfaceFiles.Signs(InterfaceFiles.Of(path.Path));
        var facts = new InterfaceFact[]?[path.Contents.Count];
        var last = path.Before ?? [];
        string? problem = null;
        for (var i = 0; i < facts.Length; i++)
        {
            var text = _texts.Read(path.Contents[i], signs, out var trouble);
            problem ??= trouble;
            if (trouble is not null)
                continue;
            last = facts[i] = text is null ? [] : Shared(last, InterfaceReader.Read(path.Path, text));
        }
        return new PathNames(path, facts, problem);
    }

    /// <inheritdoc />
    public void Dispose() => _texts.Dispose();

    /// <summary>
    /// The facts, with those objects that the version before has too: nearly all versions of a file hold the same names,
    /// and what is one object is equal without a look at its text.
    /// </summary>
    private static InterfaceFact[] Shared(InterfaceFact[] before, InterfaceFact[] after)
    {
        var same = 0;
        for (int i = 0, j = 0; i < before.Length && j < after.Length;)
        {
            var order = InterfaceFact.Compare(before[i], after[j]);
            if (order == 0 && before[i].Text == after[j].Text)
            {
                after[j] = before[i];
                same++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return same == before.Length && same == after.Length ? before : after;
    }
}
