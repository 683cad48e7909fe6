using System.Text;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Git;

public sealed class GitRepositoryTests : IDisposable
{
    private const string NoSuchObject = "1da177e4c3f41524e886b7f1b8a0c1fc7321cac2";

    private readonly RawRepository _raw = new();

    public void Dispose() => _raw.Dispose();

    [Fact]
    public void What_is_no_repository_is_refused_with_advice()
    {
        using var folder = new TemporaryFolder();

        var missing = Assert.Throws<GitRepositoryException>(() => GitRepository.Open(folder.File("nowhere")));
        var empty = Assert.Throws<GitRepositoryException>(() => GitRepository.Open(folder.Path));

        Assert.Contains("no directory", missing.Message, StringComparison.Ordinal);
        Assert.Contains("not a git repository", empty.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n", "sha256")]
    [InlineData("[core]\n\trepositoryformatversion = 1\n[extensions]\n\trefstorage = reftable\n", "reftable")]
    [InlineData("[core]\n\trepositoryformatversion = 1\n[extensions]\n\tsomethingnew = true\n", "somethingnew")]
    [InlineData("[core]\n\trepositoryformatversion = 99\n", "99")]
    [InlineData("[core\n", "config")]
    public void Unreadable_format_is_refused_and_named(string config, string named)
    {
        _raw.Put("config", config);

        Assert.Contains(named, Assert.Throws<GitRepositoryException>(() => GitRepository.Open(_raw.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_repository_has_no_commit()
    {
        using var repository = GitRepository.Open(_raw.Path);

        Assert.Null(repository.ResolveBranch(null));
        Assert.Null(repository.ResolveBranch("master"));
        Assert.Null(repository.ResolveBranch("not..a ref"));
        Assert.Empty(repository.Tags());
        Assert.Equal("master", repository.DefaultBranch);
        Assert.False(repository.IsShallow);
        Assert.False(repository.IsPartialClone);
    }

    [Fact]
    public void Branches_are_found_local_first_then_at_origin()
    {
        var one = _raw.Commit(_raw.Tree());
        var two = _raw.Commit(_raw.Tree(), one);
        _raw.Put("refs/heads/trunk", one + "\n");
        _raw.Put("refs/remotes/origin/trunk", two + "\n");
        _raw.Put("refs/remotes/origin/next", two + "\n");
        _raw.Put("HEAD", "ref: refs/heads/trunk\n");

        using var repository = GitRepository.Open(_raw.Path);

        Assert.Equal(one, repository.ResolveBranch(null));
        Assert.Equal(one, repository.ResolveBranch("trunk"));
        Assert.Equal(two, repository.ResolveBranch("next"));
        Assert.Null(repository.ResolveBranch("master"));
        Assert.Equal("trunk", repository.DefaultBranch);
    }

    [Fact]
    public void Detached_head_names_its_commit_and_no_branch()
    {
        var commit = _raw.Commit(_raw.Tree());
        _raw.Put("HEAD", commit + "\n");

        using var repository = GitRepository.Open(_raw.Path);

        Assert.Equal(commit, repository.ResolveBranch(null));
        Assert.Equal("master", repository.DefaultBranch);
    }

    [Fact]
    public void Tags_are_peeled_to_their_commit_if_there_is_one()
    {
        var tree = _raw.Tree();
        var commit = _raw.Commit(tree);
        var annotated = Tag(commit, "commit");
        var ofTag = Tag(annotated, "tag");
        var ofTree = Tag(tree, "tree");
        foreach (var (name, id) in new[] { ("light", commit), ("annotated", annotated), ("nested", ofTag), ("of-tree", ofTree), ("tree", tree), ("gone", ObjectId.Parse(NoSuchObject)), ("dir/x", commit) })
            _raw.Put($"refs/tags/{name}", id + "\n");

        using var repository = GitRepository.Open(_raw.Path);

        Assert.Equal(
            [
                new GitTag("annotated", annotated, commit),
                new GitTag("dir/x", commit, commit),
                new GitTag("gone", ObjectId.Parse(NoSuchObject), null),
                new GitTag("light", commit, commit),
                new GitTag("nested", ofTag, commit),
                new GitTag("of-tree", ofTree, null),
                new GitTag("tree", tree, null),
            ],
            repository.Tags());
    }

    [Fact]
    public void Broken_tag_file_does_not_hide_the_others()
    {
        var commit = _raw.Commit(_raw.Tree());
        _raw.Put("refs/tags/broken", "what is this\n");
        _raw.Put("refs/tags/good", commit + "\n");

        using var repository = GitRepository.Open(_raw.Path);

        Assert.Equal([new GitTag("good", commit, commit)], repository.Tags());
    }

    [Fact]
    public void Shallow_clone_is_noticed()
    {
        var commit = _raw.Commit(_raw.Tree(), ObjectId.Parse(NoSuchObject));
        _raw.Put("shallow", commit + "\n");
        _raw.Put("refs/heads/master", commit + "\n");

        using var repository = GitRepository.Open(_raw.Path);
        using var reader = repository.NewReader();

        Assert.True(repository.IsShallow);
        Assert.False(reader.TryRead(ObjectId.Parse(NoSuchObject), GitObjectKind.Commit, out _));
    }

    [Theory]
    [InlineData("[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialclone = origin\n")]
    [InlineData("[remote \"origin\"]\n\turl = x\n\tpromisor = true\n\tpartialclonefilter = blob:none\n")]
    public void Partial_clone_is_opened_and_noticed(string config)
    {
        _raw.Put("config", config);

        using var repository = GitRepository.Open(_raw.Path);

        Assert.True(repository.IsPartialClone);
    }

    [Fact]
    public void Working_directory_and_worktree_are_repositories_too()
    {
        using var folder = new TemporaryFolder();
        var main = folder.File("main");
        LibGit2Sharp.Repository.Init(main);
        string tip;
        using (var writable = new LibGit2Sharp.Repository(main))
        {
            File.WriteAllText(Path.Combine(main, "f"), "f\n");
            LibGit2Sharp.Commands.Stage(writable, "f");
            var who = new LibGit2Sharp.Signature("A", "a@x", DateTimeOffset.UnixEpoch);
            tip = writable.Commit("c", who, who, new LibGit2Sharp.CommitOptions()).Sha;
            writable.Worktrees.Add("side", folder.File("side"), isLocked: false);
        }

        foreach (var path in new[] { main, Path.Combine(main, ".git"), folder.File("side") })
        {
            using var repository = GitRepository.Open(path);
            using var reader = repository.NewReader();
            Assert.Equal(ObjectId.Parse(tip), repository.ResolveBranch(null));
            Assert.True(reader.TryRead(ObjectId.Parse(tip), GitObjectKind.Commit, out _));
        }
    }

    [Fact]
    public void Reader_tells_missing_corrupt_and_mistaken_objects_apart()
    {
        var blob = _raw.Blob("text\n");
        var corrupt = _raw.Blob("corrupt\n");
        _raw.Corrupt(corrupt);
        using var reader = _raw.Reader();

        Assert.True(reader.TryRead(blob, GitObjectKind.Blob, out var content));
        Assert.Equal("text\n", Encoding.ASCII.GetString(content));
        Assert.Null(reader.LastError);

        Assert.False(reader.TryRead(ObjectId.Parse(NoSuchObject), GitObjectKind.Blob, out content));
        Assert.True(content.IsEmpty);
        Assert.Contains("missing", reader.LastError, StringComparison.Ordinal);

        Assert.False(reader.TryRead(corrupt, GitObjectKind.Blob, out _));
        Assert.NotNull(reader.LastError);

        Assert.False(reader.TryRead(blob, GitObjectKind.Commit, out _));
        Assert.Contains("not a commit", reader.LastError, StringComparison.Ordinal);

        Assert.True(reader.TryRead(blob, GitObjectKind.Blob, out _));
    }

    [Fact]
    public void Line_counter_names_an_unreadable_file()
    {
        var good = _raw.Blob("good\n");
        var corrupt = _raw.Blob("corrupt\n");
        _raw.Corrupt(corrupt);
        using var reader = _raw.Reader();
        var change = new RawChange("f", null, ChangeKind.Modified, GitFileMode.File, GitFileMode.File, good, corrupt);

        var error = Assert.Throws<GitObjectException>(() => new LineCounter(reader).Count(change));

        Assert.Equal(corrupt, error.ObjectId);
    }

    private ObjectId Tag(ObjectId target, string kind) =>
        _raw.Write(GitObjectKind.Tag, Encoding.ASCII.GetBytes($"object {target}\ntype {kind}\ntag x\ntagger T <t@x> 1 +0000\n\nx\n"));
}
