using System.Diagnostics.CodeAnalysis;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Vulnerabilities;

/// <summary>The files of a published record.</summary>
/// <param name="Name">"CVE-2024-26637".</param>
/// <param name="Year">Its year.</param>
/// <param name="Number">Its number.</param>
/// <param name="Json">The record; null when there is none.</param>
/// <param name="Dyad">The versions; null when there are none.</param>
internal sealed record RecordFile(string Name, int Year, int Number, ObjectId? Json, ObjectId? Dyad);

/// <summary>Finds and reads the records of a commit.</summary>
internal sealed class RecordFiles(ObjectReader objects, ObjectId tip)
{
    private const string Folder = "cve/published";
    private const string Record = ".json";
    private const string Versions = ".dyad";

    /// <summary>The records, each once.</summary>
    /// <exception cref="GitRepositoryException">The tree has no records.</exception>
    /// <exception cref="GitObjectException">A folder is missing or corrupt.</exception>
    /// <exception cref="GitFormatException">A folder is malformed.</exception>
    public IEnumerable<RecordFile> List()
    {
        if (!objects.TryRead(tip, GitObjectKind.Commit, out var raw))
            throw new GitObjectException(tip, $"Cannot read commit {tip}: {objects.LastError}.");
        var published = TreeLookup.FindPath(objects, CommitParser.ParseHeader(raw).Tree, Folder)
            ?? throw new GitRepositoryException($"The tree has no folder {Folder}: it does not hold the kernel's vulnerability records.");
        return
            from year in TreeLookup.List(objects, published)
            where year.IsFolder
            from record in Records(year.Id)
            select record;
    }

    /// <summary>Reads a record; false with the reason when it is broken.</summary>
    public bool TryRead(RecordFile file, [NotNullWhen(true)] out VulnerabilityRecord? record, [NotNullWhen(true)] out IReadOnlyList<DyadLine>? lines, [NotNullWhen(false)] out string? problem)
    {
        (record, lines) = (null, null);
        if (file.Json is not { } json)
            problem = "its .json file is missing";
        else if (file.Dyad is not { } dyad)
            problem = "its .dyad file is missing";
        else if (!objects.TryRead(json, GitObjectKind.Blob, out var bytes))
            problem = $"its .json file cannot be read, {objects.LastError}";
        else if (!VulnerabilityRecord.TryRead(bytes, out var read, out problem))
            problem = $"its .json file is broken, {problem}";
        else if (read.Name != file.Name)
            problem = $"its .json file is that of {read.Name}";
        else if (!objects.TryRead(dyad, GitObjectKind.Blob, out bytes))
            problem = $"its .dyad file cannot be read, {objects.LastError}";
        else if (DyadFile.TryRead(GitText.Path(bytes), out var found, out problem))
            (record, lines) = (read, found);
        return problem is null;
    }

    private IEnumerable<RecordFile> Records(ObjectId folder) =>
        from file in TreeLookup.List(objects, folder)
        where !file.IsFolder
        let dot = file.Name.IndexOf('.', StringComparison.Ordinal)
        let name = dot < 0 ? file.Name : file.Name[..dot]
        group (Extension: dot < 0 ? "" : file.Name[dot..], file.Id) by name into files
        let number = VulnerabilityRecord.NumberOf(files.Key)
        // Side files of a record that was rejected may stay behind.
        where number is not null && files.Any(f => f.Extension is "" or Record or Versions)
        select new RecordFile(files.Key, number.Value.Year, number.Value.Number, Id(files, Record), Id(files, Versions));

    private static ObjectId? Id(IEnumerable<(string Extension, ObjectId Id)> files, string extension)
    {
        foreach (var file in files)
            if (file.Extension == extension)
                return file.Id;
        return null;
    }
}
