using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using Xunit;

namespace KernelTracker.Ingest.Tests.Git;

public sealed class TreeDiffTests : IDisposable
{
    private readonly RawRepository _repository = new();
    private readonly ObjectReader _reader;
    private readonly ObjectId _one;
    private readonly ObjectId _two;

    public TreeDiffTests()
    {
        _reader = _repository.Reader();
        _one = _repository.Blob("one\n");
        _two = _repository.Blob("two\n");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _repository.Dispose();
    }

    private List<string> Compare(ObjectId? old, ObjectId? @new) =>
        [.. new TreeDiff(_reader).Compare(old, @new).Select(c => $"{c.Kind} {c.Path}")];

    [Fact]
    public void Additions_deletions_and_modifications_come_in_gits_order()
    {
        var old = _repository.Tree(("100644", "a.c", _one), ("40000", "d", _repository.Tree(("100644", "x", _one))), ("100644", "same", _one));
        var @new = _repository.Tree(
            ("100644", "a.c", _two),
            ("40000", "d", _repository.Tree(("100644", "x", _one), ("100644", "y", _one))),
            ("40000", "e", _repository.Tree(("40000", "f", _repository.Tree(("100644", "z", _one))))),
            ("100644", "same", _one));

        Assert.Equal(["Modified a.c", "Added d/y", "Added e/f/z"], Compare(old, @new));
        Assert.Equal(["Modified a.c", "Deleted d/y", "Deleted e/f/z"], Compare(@new, old));
        Assert.Equal(["Added a.c", "Added d/x", "Added same"], Compare(null, old));
        Assert.Empty(Compare(old, old));
        Assert.Empty(Compare(null, null));
    }

    [Fact]
    public void File_that_becomes_a_directory_sorts_as_git_sorts()
    {
        var old = _repository.Tree(("100644", "foo", _one), ("100644", "foo.c", _one));
        var @new = _repository.Tree(("100644", "foo.c", _two), ("40000", "foo", _repository.Tree(("100644", "x", _one))));

        Assert.Equal(["Deleted foo", "Modified foo.c", "Added foo/x"], Compare(old, @new));
    }

    [Fact]
    public void Modes_count_as_git_counts_them()
    {
        var commit = ObjectId.Parse("1da177e4c3f41524e886b7f1b8a0c1fc7321cac2");
        var old = _repository.Tree(("100664", "group", _one), ("100644", "link", _one), ("160000", "module", commit), ("100644", "run", _one));
        var @new = _repository.Tree(("100644", "group", _one), ("120000", "link", _one), ("160000", "module", _one), ("100755", "run", _one));

        Assert.Equal(["TypeChanged link", "Modified module", "Modified run"], Compare(old, @new));
    }

    [Fact]
    public void Path_that_is_not_utf8_is_latin1()
    {
        var tree = _repository.Tree(("100644", "caf\u00E9", _one)); // The helper writes Latin-1.

        Assert.Equal(["Added caf\u00E9"], Compare(null, tree));
    }

    [Fact]
    public void Missing_corrupt_and_mistaken_trees_are_named()
    {
        var missing = _repository.Tree(("100644", "m", _one));
        var corrupt = _repository.Tree(("100644", "c", _one));
        _repository.Delete(missing);
        _repository.Corrupt(corrupt);

        foreach (var bad in new[] { missing, corrupt, _one })
        {
            var inside = _repository.Tree(("40000", "dir", bad));
            var error = Assert.Throws<GitObjectException>(() => Compare(null, inside));
            Assert.Equal(bad, error.ObjectId);
            Assert.Contains(bad.ToString(), error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Malformed_tree_is_named()
    {
        var bad = _repository.Write(GitObjectKind.Tree, "100644 name-without-end"u8);

        Assert.Equal(bad, Assert.Throws<GitObjectException>(() => Compare(null, bad)).ObjectId);
        Assert.Equal(bad, Assert.Throws<GitObjectException>(() => Compare(bad, _repository.Tree())).ObjectId);
    }

    [Fact]
    public void Endless_nesting_is_refused()
    {
        var tree = _repository.Tree(("100644", "bottom", _one));
        for (var i = 0; i < 1100; i++)
            tree = _repository.Tree(("40000", "d", tree));

        Assert.Throws<GitObjectException>(() => Compare(null, tree));
    }

    [Property(MaxTest = 100)]
    public bool Mirrored_comparison_mirrors_the_changes(byte[] left, byte[] right)
    {
        var old = TreeOf(left, 2);
        var @new = TreeOf(right, 2);
        var diff = new TreeDiff(_reader);

        var mirrored = diff.Compare(@new, old).Select(c => new RawChange(
            c.Path,
            null,
            c.Kind switch { ChangeKind.Added => ChangeKind.Deleted, ChangeKind.Deleted => ChangeKind.Added, var same => same },
            c.NewMode,
            c.OldMode,
            c.NewId,
            c.OldId));

        return diff.Compare(old, @new).SequenceEqual(mirrored);
    }

    /// <summary>A tree whose content follows from the bytes: up to eight names, each a file, a script, a link or a directory.</summary>
    private ObjectId TreeOf(ReadOnlySpan<byte> seed, int depth)
    {
        var entries = new List<(string Mode, string Name, ObjectId Id)>();
        for (var i = 0; i < Math.Min(8, seed.Length); i++)
        {
            var name = "abc.x-yz"[i] + (i % 2 == 0 ? "" : "a");
            var blob = seed[i] % 2 == 0 ? _one : _two;
            entries.Add((seed[i] / 2 % 5) switch
            {
                0 => ("100644", name, blob),
                1 => ("100755", name, blob),
                2 => ("120000", name, blob),
                3 when depth > 0 => ("40000", name, TreeOf(seed[(i / 2)..^1], depth - 1)),
                _ => ("160000", name, blob),
            });
        }

        return _repository.Tree([.. entries.OrderBy(e => e.Mode == "40000" ? e.Name + "/" : e.Name, StringComparer.Ordinal)]);
    }
}
