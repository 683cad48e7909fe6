using System.Globalization;
using System.Text;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using Xunit;

namespace KernelTracker.Ingest.Tests.Git;

/// <summary>Holds changes, rename pairs and line counts against the git program's, on trees made to be hard.</summary>
public sealed class GitParityTests : IDisposable
{
    private readonly RawRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Reshuffled_trees_give_gits_answer(int seed)
    {
        var random = new Random(seed);
        var files = new SortedDictionary<string, (string Mode, byte[] Content)>(StringComparer.Ordinal);
        for (var i = 0; i < 60; i++)
            files[Name(random)] = (random.Next(8) == 0 ? "100755" : random.Next(12) == 0 ? "120000" : "100644", Content(random));
        var old = Store(files);
        foreach (var (path, file) in files.ToList())
        {
            switch (random.Next(6))
            {
                case 0:
                    files.Remove(path);
                    break;
                case 1: // Moved, perhaps edited, perhaps under its own name.
                    files.Remove(path);
                    files[random.Next(2) == 0 ? $"moved{random.Next(3)}/{path[(path.LastIndexOf('/') + 1)..]}" : Name(random)] =
                        (file.Mode, random.Next(2) == 0 ? file.Content : Edit(random, file.Content));
                    break;
                case 2:
                    files[path] = (file.Mode, Edit(random, file.Content));
                    break;
                case 3:
                    files[path] = (random.Next(2) == 0 ? "100755" : "120000", file.Content);
                    break;
                case 4:
                    files[Name(random)] = ("100644", Content(random));
                    break;
            }
        }

        AssertAsGit(old, Store(files));
    }

    [Fact]
    public void Equal_files_in_numbers_are_paired_as_git_pairs_them()
    {
        var empty = _repository.Blob("");
        var same = _repository.Blob("same\n");
        var old = _repository.Tree([.. Enumerable.Range(100, 150).Select(i => ("100644", $"old{i}", i % 7 == 0 ? empty : same))]);
        var @new = _repository.Tree([.. Enumerable.Range(100, 140).Select(i => ("100644", i % 3 == 0 ? $"a{i}" : $"z{i}", i % 5 == 0 ? empty : same)).OrderBy(e => e.Item2, StringComparer.Ordinal)]);

        AssertAsGit(old, @new);
    }

    [Fact]
    public void Beyond_the_rename_limit_only_equal_files_and_equal_names_are_paired()
    {
        var random = new Random(7);
        var old = new SortedDictionary<string, (string, byte[])>(StringComparer.Ordinal);
        var @new = new SortedDictionary<string, (string, byte[])>(StringComparer.Ordinal);
        for (var i = 0; i < 1010; i++)
        {
            var content = Encoding.ASCII.GetBytes($"{i}\n{i * 7}\n{i * 11}\n{i * 13}\n");
            old[$"a/f{i}"] = ("100644", content);
            @new[i < 5 ? $"b/f{i}" : $"b/g{i}"] = ("100644", i == 9 ? content : [.. content, .. "more\n"u8]);
        }

        AssertAsGit(Store(old), Store(@new));
    }

    [Theory]
    [InlineData("a\nb\nc\n", "a\nb\nc")]
    [InlineData("a\nb\nc", "a\nb\nc\n")]
    [InlineData("a", "b")]
    [InlineData("", "a")]
    [InlineData("a\nb", "")]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("{\n}\n\n{\n}\n", "{\n}\n\n{\n}\n\n{\n}\n")]
    [InlineData("bin\0ary\n", "bin\0ary\nmore\n")]
    [InlineData("text\n", "bin\0ary\n")]
    [InlineData("", "\0")]
    public void Small_edits_give_gits_counts(string before, string after) =>
        AssertAsGit(
            _repository.Tree(("100644", "f", _repository.Blob(before))),
            _repository.Tree(("100644", "f", _repository.Blob(after))));

    [Fact]
    public void Nul_counts_as_binary_only_in_the_first_8000_bytes()
    {
        byte[] late = [.. Encoding.ASCII.GetBytes(new string('x', 7999)), (byte)'\n', 0, (byte)'\n'];
        byte[] early = [.. Encoding.ASCII.GetBytes(new string('x', 7999)), 0, (byte)'\n'];

        AssertAsGit(
            _repository.Tree(("100644", "a", _repository.Blob("a\n")), ("100644", "b", _repository.Blob("b\n"))),
            _repository.Tree(("100644", "a", _repository.Blob(late)), ("100644", "b", _repository.Blob(early))));
    }

    [Fact]
    public void Submodules_and_type_changes_count_as_git_counts_them()
    {
        var one = ObjectId.Parse("1da177e4c3f41524e886b7f1b8a0c1fc7321cac2");
        var two = ObjectId.Parse("2da177e4c3f41524e886b7f1b8a0c1fc7321cac2");
        var file = _repository.Blob("target\nnext\n");

        AssertAsGit(
            _repository.Tree(("160000", "changed", one), ("160000", "gone", one), ("100644", "link", file), ("100644", "x", file), ("160000", "y", one)),
            _repository.Tree(("160000", "added", two), ("160000", "changed", two), ("120000", "link", file), ("160000", "x", two), ("120000", "y", file)));
    }

    private void AssertAsGit(ObjectId old, ObjectId @new)
    {
        using var reader = _repository.Reader();
        var changes = new RenameDetector(reader).Detect(new TreeDiff(reader).Compare(old, @new));
        var lines = new LineCounter(reader);

        var raw = InstalledGit.Run(_repository.Path, "diff-tree", "-r", "-M", "--raw", "--no-abbrev", old.ToString(), @new.ToString());
        var numstat = InstalledGit.Run(_repository.Path, "diff-tree", "-r", "-M", "--numstat", "-z", old.ToString(), @new.ToString());

        Assert.Equal(
            raw.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(WithoutScore),
            changes.Select(c => string.Create(
                CultureInfo.InvariantCulture,
                $":{Octal(c.OldMode)} {Octal(c.NewMode)} {c.OldId} {c.NewId} {c.Kind.ToString()[0]}\t{(c.OldPath is null ? "" : c.OldPath + "\t")}{c.Path}")));
        Assert.Equal(
            numstat.Split('\0').Where(f => f.Contains('\t', StringComparison.Ordinal)).Select(f => f[..f.LastIndexOf('\t')]),
            changes.Select(lines.Count).Select(c => c.IsBinary ? "-\t-" : string.Create(CultureInfo.InvariantCulture, $"{c.Added}\t{c.Removed}")));
    }

    private static string WithoutScore(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return line[..tab].TrimEnd("0123456789".ToCharArray()) + line[tab..];
    }

    private static string Octal(int mode) => Convert.ToString(mode, 8).PadLeft(6, '0');

    private static string Name(Random random) =>
        $"{new[] { "drivers/net/", "drivers/", "fs/", "include/linux/", "" }[random.Next(5)]}{(char)('a' + random.Next(26))}{(char)('a' + random.Next(6))}.{"chS"[random.Next(3)]}";

    private static byte[] Content(Random random)
    {
        if (random.Next(15) == 0)
            return [];
        var text = new StringBuilder();
        for (var lines = random.Next(1, 120); lines > 0; lines--)
            text.Append(Line(random));
        if (random.Next(10) == 0)
            text.Append("no line end");
        if (random.Next(20) == 0)
            text.Append('\0');
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string Line(Random random) => random.Next(4) switch
    {
        0 => "\n",
        1 => "\t}\n",
        2 => $"\tint value{random.Next(40)};\r\n",
        _ => $"\tif (state == {random.Next(400)}) call_{random.Next(30)}(device, {random.Next(9)});\n",
    };

    private static byte[] Edit(Random random, byte[] content)
    {
        var lines = Encoding.ASCII.GetString(content).Split('\n').ToList();
        for (var edits = random.Next(1, Math.Max(2, lines.Count)); edits > 0; edits--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(3))
            {
                case 0:
                    lines.Insert(at, Line(random).TrimEnd('\n'));
                    break;
                case 1 when lines.Count > 1:
                    lines.RemoveAt(at);
                    break;
                default:
                    lines[at] = Line(random).TrimEnd('\n');
                    break;
            }
        }

        return Encoding.ASCII.GetBytes(string.Join('\n', lines));
    }

    private ObjectId Store(IEnumerable<KeyValuePair<string, (string Mode, byte[] Content)>> files)
    {
        var entries = new List<(string Mode, string Name, ObjectId Id)>();
        foreach (var group in files.GroupBy(f => f.Key.Split('/')[0]))
        {
            if (group.First().Key.Contains('/', StringComparison.Ordinal))
                entries.Add(("40000", group.Key, Store(group.Select(f => KeyValuePair.Create(f.Key[(group.Key.Length + 1)..], f.Value)))));
            else
                entries.Add((group.First().Value.Mode, group.Key, _repository.Blob(group.First().Value.Content)));
        }

        return _repository.Tree([.. entries.OrderBy(e => e.Mode == "40000" ? e.Name + "/" : e.Name, StringComparer.Ordinal)]);
    }
}
