using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Sample;

public sealed class HistoryBuilderTests
{
    private static TestHistory Example() => TestHistory.Create()
        .Commit("Linux 2.6.12", c => c.File("Makefile", "all:\n").File("net/core.c", "a\nb\nc\n").File("net.txt", "n\n"))
        .Tag("v2.6.12")
        .Branch("net")
        .Commit("net: move", c => c.Rename("net/core.c", "net/core/dev.c").AuthoredAt("2005-06-20 10:00 +0200"))
        .Commit("net: drop", c => c.Delete("net.txt"))
        .Switch("master")
        .Commits(2, "fix")
        .Merge("net", "Merge branch 'net'", c => c.Delete("net.txt"))
        .LightTag("v2.6.13-rc1");

    [Fact]
    public void Git_finds_nothing_wrong()
    {
        using var history = Example();
        Assert.Equal("", history.Git("fsck", "--strict", "--no-dangling", "--no-progress"));
    }

    [Fact]
    public void Git_reads_what_was_written()
    {
        using var history = Example();
        Assert.Equal("refs/heads/master", history.Git("symbolic-ref", "HEAD"));
        Assert.Equal(history.Head.ToString(), history.Git("rev-parse", "v2.6.13-rc1"));
        Assert.Equal("tag", history.Git("cat-file", "-t", "v2.6.12"));
        Assert.Equal("5", history.Git("rev-list", "--count", "--no-merges", "HEAD"));
        Assert.Equal("R100\tnet/core.c\tnet/core/dev.c", history.Git("diff-tree", "-r", "-M", "--no-commit-id", "--name-status", "net~1"));
        Assert.Equal("2005-06-20 10:00:00 +0200", history.Git("log", "-1", "--format=%ai", "net~1"));
        Assert.Equal("Makefile\nnet/core/dev.c", history.Git("ls-tree", "-r", "--name-only", "net"));
    }

    [Fact]
    public void Equal_calls_give_equal_ids()
    {
        using var first = Example();
        using var second = Example();
        Assert.Equal(first.Git("for-each-ref"), second.Git("for-each-ref"));
    }

    [Fact]
    public void Odd_bytes_and_dates_stand_as_given()
    {
        using var history = TestHistory.Create().Commit("x", c => c
            .Author([0x4A, 0xF6, 0x72, 0x67], "j@example.org"u8.ToArray())
            .AtSeconds(4294967296, -570)
            .Message([0x66, 0xFC, 0x72, 0x0A], "ISO-8859-1")
            .File("run", "#!/bin/sh\n"u8.ToArray(), "100755")
            .File("link", "run"u8.ToArray(), "120000"));
        Assert.Equal("Jörg 4294967296 -0930 für", history.Git("log", "-1", "--format=%an %ad %s", "--date=raw"));
        Assert.Contains("120000 blob", history.Git("ls-tree", "HEAD", "link"), StringComparison.Ordinal);
    }
}
