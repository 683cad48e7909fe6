using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Tests.Support;

namespace KernelTracker.Ingest.Tests.Git;

/// <summary>A bare repository without a config file whose objects are written byte by byte, so that they can be wrong.</summary>
internal sealed class RawRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RawRepository()
    {
        Directory.CreateDirectory(Path);
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "objects"));
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "refs", "heads"));
        Put("HEAD", "ref: refs/heads/master\n");
    }

    public string Path => _folder.File("repo.git");

    /// <summary>A file of the repository that is not an object.</summary>
    public void Put(string name, string content)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    /// <summary>A loose object, named as git would name it.</summary>
    public ObjectId Write(GitObjectKind kind, ReadOnlySpan<byte> content)
    {
        byte[] whole = [.. Encoding.ASCII.GetBytes($"{kind.ToString().ToLowerInvariant()} {content.Length}\0"), .. content];
#pragma warning disable CA5350 // Git names objects by SHA-1.
        var id = new ObjectId(SHA1.HashData(whole));
#pragma warning restore CA5350
        var file = FileOf(id);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        using var zlib = new ZLibStream(File.Create(file), CompressionLevel.Fastest);
        zlib.Write(whole);
        return id;
    }

    public ObjectId Blob(string content) => Write(GitObjectKind.Blob, Encoding.UTF8.GetBytes(content));

    public ObjectId Blob(byte[] content) => Write(GitObjectKind.Blob, content);

    /// <summary>A tree of entries in the order given, which is git's if the caller sorts them so.</summary>
    public ObjectId Tree(params (string Mode, string Name, ObjectId Id)[] entries) =>
        Write(GitObjectKind.Tree, [.. entries.SelectMany(e => (byte[])[.. Encoding.Latin1.GetBytes($"{e.Mode} {e.Name}\0"), .. e.Id.ToBytes()])]);

    public ObjectId Commit(ObjectId tree, params ObjectId[] parents) =>
        Write(GitObjectKind.Commit, Encoding.UTF8.GetBytes(
            $"tree {tree}\n{string.Concat(parents.Select(p => $"parent {p}\n"))}author A <a@x> 1 +0000\ncommitter C <c@x> 2 +0000\n\nsubject\n"));

    public void Delete(ObjectId id) => File.Delete(FileOf(id));

    /// <summary>Leaves the object's file there, with bytes that are no zlib stream.</summary>
    public void Corrupt(ObjectId id) => File.WriteAllText(FileOf(id), "not zlib at all");

    public ObjectReader Reader() => new(System.IO.Path.Combine(Path, "objects"));

    public void Dispose() => _folder.Dispose();

    private string FileOf(ObjectId id) => System.IO.Path.Combine(Path, "objects", id.ToString()[..2], id.ToString()[2..]);
}
