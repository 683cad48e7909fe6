using KernelTracker.Ingest.Git;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Git;

public sealed class RemoteTreeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestHistory _remote = TestHistory.Create();

    private string Copy => _folder.File("copy.git");

    public void Dispose()
    {
        _remote.Dispose();
        _folder.Dispose();
    }

    private void Fetch() => RemoteTree.CloneOrFetch(_remote.Path, Copy, _ => { }, CancellationToken.None);

    private List<string> Refs()
    {
        using var repository = new LibGit2Sharp.Repository(Copy);
        return [.. repository.Refs.Select(r => $"{r.CanonicalName} {r.TargetIdentifier}").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Clone_holds_branches_and_tags_as_the_remote_has_them()
    {
        _remote.Commit("one").Tag("v1").Branch("next").Commit("two").Switch("master");

        Fetch();

        using var repository = GitRepository.Open(Copy);
        Assert.Equal(_remote.Id("master"), repository.ResolveBranch(null));
        Assert.Equal(_remote.Id("next"), repository.ResolveBranch("next"));
        Assert.Equal(["v1"], repository.Tags().Select(t => t.Name));
        Assert.False(Directory.Exists(Copy + ".unfinished"));
    }

    [Fact]
    public void Head_follows_the_remotes()
    {
        using var remote = TestHistory.Create("trunk");
        remote.Commit("one");

        RemoteTree.CloneOrFetch(remote.Path, Copy, _ => { }, CancellationToken.None);

        using var repository = GitRepository.Open(Copy);
        Assert.Equal("trunk", repository.DefaultBranch);
        Assert.Equal(remote.Head, repository.ResolveBranch(null));
    }

    [Fact]
    public void Fetch_brings_new_moved_rewritten_and_deleted_refs()
    {
        _remote.Commit("one").As("first").Tag("v1").Tag("v2").LightTag("light").Branch("gone").Commit("side").Switch("master").Commit("two");
        Fetch();

        _remote.Reset("first").Commit("other two").Tag("v1").LightTag("light").RemoveTag("v2").RemoveBranch("gone").Branch("new").Commit("three");
        Fetch();

        using var repository = GitRepository.Open(Copy);
        Assert.Equal(_remote.Id("master"), repository.ResolveBranch("master"));
        Assert.Equal(_remote.Id("new"), repository.ResolveBranch("new"));
        Assert.Null(repository.ResolveBranch("gone"));
        Assert.Equal(
            [("light", _remote.Id("master")), ("v1", _remote.Id("master"))],
            repository.Tags().Select(t => (t.Name, t.CommitId!.Value)));
    }

    [Fact]
    public void Fetch_of_nothing_new_changes_nothing()
    {
        _remote.Commit("one").Tag("v1");
        Fetch();
        var before = Refs();

        Fetch();

        Assert.Equal(before, Refs());
    }

    [Fact]
    public void What_a_killed_clone_left_is_replaced()
    {
        _remote.Commit("one");
        LibGit2Sharp.Repository.Init(Copy + ".unfinished", isBare: true);
        File.WriteAllText(Copy + ".unfinished/objects/pack/pack_git2_left", "half a pack");

        Fetch();

        Assert.False(Directory.Exists(Copy + ".unfinished"));
        Assert.False(File.Exists(Copy + "/objects/pack/pack_git2_left"));
        using var repository = GitRepository.Open(Copy);
        Assert.Equal(_remote.Head, repository.ResolveBranch(null));
    }

    [Fact]
    public void Directory_with_something_else_is_left_alone()
    {
        Directory.CreateDirectory(Copy);
        File.WriteAllText(Path.Combine(Copy, "thesis.tex"), "mine");

        var error = Assert.Throws<GitRepositoryException>(Fetch);

        Assert.Contains(Copy, error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Copy, "thesis.tex")));
    }

    [Fact]
    public void Unreachable_remote_is_an_error_that_keeps_the_password()
    {
        var error = Assert.Throws<GitRepositoryException>(() =>
            RemoteTree.CloneOrFetch("http://user:geheim@127.0.0.1:1/linux.git", Copy, _ => { }, CancellationToken.None));

        Assert.Contains("http://127.0.0.1:1/linux.git", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", File.ReadAllText(Copy + ".unfinished/config"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Copy));
    }

    [Fact]
    public void Missing_remote_leaves_the_copy_as_it_was()
    {
        _remote.Commit("one");
        Fetch();
        var before = Refs();

        Assert.Throws<GitRepositoryException>(() => RemoteTree.CloneOrFetch(_folder.File("no-such.git"), Copy, _ => { }, CancellationToken.None));

        Assert.Equal(before, Refs());
    }

    [Fact]
    public void Cancelled_clone_leaves_no_repository()
    {
        _remote.Commits(50, "c");
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => RemoteTree.CloneOrFetch(_remote.Path, Copy, _ => stop.Cancel(), stop.Token));

        Assert.False(Directory.Exists(Copy));
    }

    [Theory]
    [InlineData("https://user:pass@example.org/x.git", "https://example.org/x.git")]
    [InlineData("https://token@example.org/x.git", "https://example.org/x.git")]
    [InlineData("https://example.org/a@b.git", "https://example.org/a@b.git")]
    [InlineData("ssh://git@example.org/x.git", "ssh://git@example.org/x.git")]
    [InlineData("ssh://git:pass@example.org/x.git", "ssh://git@example.org/x.git")]
    [InlineData("/srv/linux.git", "/srv/linux.git")]
    public void Address_is_shown_without_password(string url, string shown) =>
        Assert.Equal(shown, RemoteTree.WithoutPassword(url));
}
