using System.Globalization;
using System.Text.RegularExpressions;
using KernelTracker.Ingest.Sample;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Sample;

public sealed partial class SampleHistoryTests
{
    private static readonly (string, string)[] SmallStory =
    [
        ("1.txt", """
            person lin Linus Torvalds <torvalds@linux-foundation.org> -0700
            person ana Ana Example <ana@example.org> +0200
            tree stable by Greg KH, kept by ana
            tree net git://example.org/net.git by Net Owner, kept by ana
            import v3.1 2011-10-24 00:10 -0700
            """),
        ("2.txt", """
            pull net tag net-3.2 2011-11-02 10:00 -0700; networking
              from v3.1 days 2011-10-25..2011-10-28
              | Two things.
              ana: net: one @ net/core/dev.c +3 -1
              ana #two: net: two @ net/core/dev.c +1 -0
            release v3.2-rc1 2011-11-07 16:16 -0800
            """),
    ];

    [Fact]
    public void The_sample_is_a_sound_repository()
    {
        using var folder = new TemporaryFolder();
        var path = SampleHistory.EnsureBuilt(folder.Path);
        Assert.Equal("", GitProgram.Run(path, "fsck", "--strict", "--no-dangling", "--no-progress"));
        Assert.Equal("refs/heads/master", GitProgram.Run(path, "symbolic-ref", "HEAD"));
    }

    [Fact]
    public void Counts_stated_in_the_text_equal_those_of_git()
    {
        using var folder = new TemporaryFolder();
        var path = SampleHistory.EnsureBuilt(folder.Path);
        var expectations = SampleHistory.Story(SampleHistory.Texts()).Where(n => n.Word == "expect").ToList();
        Assert.NotEmpty(expectations);
        foreach (var node in expectations)
        {
            var line = Expectation().Match(node.Text);
            Assert.True(line.Success, node.Text);
            var range = line.Groups["range"].Value;
            var changesets = GitProgram.Count(path, "rev-list", "--count", "--no-merges", range);
            var merges = GitProgram.Count(path, "rev-list", "--count", "--merges", range);
            Assert.Equal(node.Text, $"expect {range} {changesets} changesets {merges} merges");
        }
    }

    [Fact]
    public void The_same_text_gives_the_same_ids()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        var one = SampleHistory.EnsureBuilt(first.Path);
        var other = SampleHistory.EnsureBuilt(second.Path);
        Assert.Equal(GitProgram.Run(one, "for-each-ref"), GitProgram.Run(other, "for-each-ref"));
    }

    [Fact]
    public void Authors_of_changesets_are_invented_and_dates_are_in_order()
    {
        using var folder = new TemporaryFolder();
        var path = SampleHistory.EnsureBuilt(folder.Path);
        var lines = GitProgram.Run(path, "log", "--all", "--no-merges", "--format=%ae%x09%at%x09%ct%x09%s").Split('\n');
        Assert.All(lines, line =>
        {
            var parts = line.Split('\t');
            Assert.True(parts[0].EndsWith("example.org", StringComparison.Ordinal) || parts[0].EndsWith("example.com", StringComparison.Ordinal)
                || parts[3].StartsWith("Linux ", StringComparison.Ordinal), line);
            Assert.True(long.Parse(parts[1], CultureInfo.InvariantCulture) <= long.Parse(parts[2], CultureInfo.InvariantCulture), line);
        });
    }

    [Fact]
    public void An_unchanged_text_is_not_built_again()
    {
        using var folder = new TemporaryFolder();
        var path = SampleHistory.EnsureBuilt(folder.Path, SmallStory);
        File.WriteAllText(Path.Combine(path, "witness"), "");
        Assert.Equal(path, SampleHistory.EnsureBuilt(folder.Path, SmallStory));
        Assert.True(File.Exists(Path.Combine(path, "witness")));
    }

    [Fact]
    public void A_changed_text_is_built_again()
    {
        using var folder = new TemporaryFolder();
        var path = SampleHistory.EnsureBuilt(folder.Path, SmallStory);
        Assert.Equal("2", GitProgram.Run(path, "rev-list", "--count", "--no-merges", "v3.1..v3.2-rc1~1"));
        (string, string)[] changed = [.. SmallStory, ("3.txt", "ana 2011-11-09 10:00 -0800: net: three @ net/core/dev.c +1 -1\n")];
        Assert.Equal(path, SampleHistory.EnsureBuilt(folder.Path, changed));
        Assert.Equal("net: three", GitProgram.Run(path, "log", "-1", "--format=%s", "master"));
        Assert.Equal([SampleHistory.FolderName], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void An_interrupted_build_is_no_sample_and_goes_away()
    {
        using var folder = new TemporaryFolder();
        // What is left when the process dies: a half-written work folder, or a repository without its mark.
        var left = Directory.CreateDirectory(folder.File("sample.git.0123.tmp"));
        File.WriteAllText(Path.Combine(left.FullName, "HEAD"), "ref: refs/heads/master\n");
        Directory.SetLastWriteTimeUtc(left.FullName, DateTime.UtcNow.AddHours(-3));
        Directory.CreateDirectory(folder.File(SampleHistory.FolderName));
        var path = SampleHistory.EnsureBuilt(folder.Path, SmallStory);
        Assert.Equal("Linux 3.2-rc1", GitProgram.Run(path, "log", "-1", "--format=%s", "master"));
        Assert.Equal([SampleHistory.FolderName], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_pull_is_worded_as_git_and_mainline_word_it()
    {
        using var folder = new TemporaryFolder();
        var path = SampleHistory.EnsureBuilt(folder.Path, SmallStory);
        Assert.Equal(
            """
            Merge tag 'net-3.2' of git://example.org/net.git

            Pull networking from Net Owner:
             "Two things."

            * tag 'net-3.2' of git://example.org/net.git:
              net: two
              net: one
            """.ReplaceLineEndings("\n"),
            GitProgram.Run(path, "log", "-1", "--merges", "--format=%B", "master").TrimEnd());
        Assert.Equal("3\t1\tnet/core/dev.c", GitProgram.Run(path, "show", "--format=", "--numstat", "v3.2-rc1~1^2~1"));
    }

    [Theory]
    [InlineData("ana: no moment @ mm/slab.c +1 -0", "needs a moment")]
    [InlineData("pull mm tag x 2011-11-08 10:00 -0800; memory", "needs a line 'from")]
    [InlineData("nob 2011-11-08 10:00 -0800: who is that @ mm/slab.c +1 -0", "no person 'nob'")]
    [InlineData("ana 2011-10-01 10:00 -0800: too early @ mm/slab.c +1 -0", "not after its parent")]
    [InlineData("ana 2011-11-08 10:00 -0800: twice @ mm/slab.c +1", "no edit such as")]
    [InlineData("   ana 2011-11-08 10:00 -0800: indented", "no level here")]
    [InlineData("nonsense", "this is no changeset")]
    public void A_line_that_makes_no_sense_is_named(string line, string message)
    {
        using var folder = new TemporaryFolder();
        (string, string)[] story = [.. SmallStory, ("3.txt", "tree mm by Nobody, kept by ana\n" + line + "\n")];
        var error = Assert.Throws<FormatException>(() => SampleHistory.EnsureBuilt(folder.Path, story));
        Assert.StartsWith("3.txt:2: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File(SampleHistory.FolderName)));
    }

    [GeneratedRegex("^expect (?<range>\\S+) \\d+ changesets \\d+ merges$")]
    private static partial Regex Expectation();
}
