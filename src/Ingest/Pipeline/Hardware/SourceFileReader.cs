using System.Buffers;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Reads the facts of single files. One per thread.</summary>
internal sealed class SourceFileReader(GitRepository repository, HeaderCache headers) : IDisposable
{
    /// <summary>What a C source has that holds ids or a machine; others need not be split into words.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "_device_id", "_id_table", "amba_id", "hda_codec_preset", "snd_pci_quirk", "hda_quirk", "hda_board_config", "ac97_quirk", "PEGASUS_DEV", "PCI_DEVICE_TABLE", "USB_DEVICE", "UNUSUAL_", "_PCI_IDS",
            "_DECLARE", "is_compatible", "compatible_node", "MACHINE_START", "MIPS_MACHINE", "define_machine", "mv_name", "vector_name", "get_system_type",
            "bfin_board_name",
        ],
        StringComparison.Ordinal);

    private readonly TreeText _texts = new(repository);

    /// <summary>Ids and machines of a file; null when it cannot be read, with <paramref name="problem"/> saying why.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public SourceFacts? Tables(ObjectId tree, string path, ObjectId blob, out string? problem)
    {
        if (_texts.Read(blob, SourceFormats.Of(path) == SourceFormat.C ? Signs : null, out problem) is not { } text)
            return problem is null ? SourceFacts.None : null;
        return SourceFacts.Read(path, text, new TreeHeaders(_texts, headers, tree, path));
    }

    /// <summary>The same; and all facts of the file, which are nothing when it cannot be read.</summary>
    /// <exception cref="GitObjectException">A tree is missing or corrupt.</exception>
    public SourceFacts? Tables(ObjectId tree, string path, ObjectId blob, out SourceFacts all, out string? problem)
    {
        all = SourceFacts.None;
        if (_texts.Read(blob, out problem) is not { } text)
            return problem is null ? SourceFacts.None : null;
        all = SourceFacts.Read(path, text, new TreeHeaders(_texts, headers, tree, path));
        return SourceFormats.Of(path) == SourceFormat.C && !text.AsSpan().ContainsAny(Signs) ? SourceFacts.None : all;
    }

    /// <summary>All facts of a file of a tree; nothing when there is no such file or it cannot be read.</summary>
    public SourceFacts All(ObjectId tree, string path) => _texts.Find(tree, path) is { } blob && _texts.Read(blob, out _) is { } text
        ? SourceFacts.Read(path, text, new TreeHeaders(_texts, headers, tree, path))
        : SourceFacts.None;

    /// <summary>Ids and machines of a file as a changeset left it; null when it has no such file or it cannot be read.</summary>
    public SourceFacts? TablesAt(ObjectId changeset, string path)
    {
        var tree = _texts.TreeOf(changeset);
        return _texts.Find(tree, path) is { } blob ? Tables(tree, path, blob, out _) : null;
    }

    /// <inheritdoc />
    public void Dispose() => _texts.Dispose();
}
