using FsCheck.Xunit;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class PathPatternSetTests
{
    [Theory]
    [InlineData("drivers/net/", "drivers/net/wireless/ath.c", true)]
    [InlineData("drivers/net/", "drivers/network.c", false)]
    [InlineData("drivers/net/*", "drivers/net/e100.c", true)]
    [InlineData("drivers/net/*", "drivers/net/e1000/e1000.c", false)]
    [InlineData("*/net/*", "include/net/tcp.h", true)]
    [InlineData("*/net/*", "a/b/net/tcp.h", false)]
    [InlineData("arch/*/kvm/", "arch/x86/kvm/mmu/page.c", true)]
    [InlineData("arch/*/kvm/", "arch/x86/kernel/kvm.c", false)]
    [InlineData("kernel/sched", "kernel/sched_fair.c", true)]
    [InlineData("kernel/sched", "kernel/sched/fair.c", true)]
    [InlineData("kernel/sched.c", "kernel/sched.c", true)]
    [InlineData("fs/[ab]fs/", "fs/bfs/dir.c", true)]
    [InlineData("fs/[a-c]fs/", "fs/dfs/dir.c", false)]
    [InlineData("drivers/?b/", "drivers/ab/x.c", true)]
    [InlineData("*", "Makefile", true)]
    [InlineData("*", "kernel/fork.c", false)]
    [InlineData("*/", "kernel/fork.c", true)]
    public void Covers_what_get_maintainer_covers(string pattern, string path, bool expected)
    {
        var set = new PathPatternSet();
        set.Add(pattern, 1);
        var found = false;
        set.Match(path, (_, _, _) => found = true);

        Assert.Equal(expected, found);
    }

    [Property]
    public bool Never_throws(string? pattern, string? path)
    {
        var set = new PathPatternSet();
        set.Add(pattern ?? "", 1);
        set.Match(path ?? "", (_, _, _) => { });
        return true;
    }

    [Fact]
    public void Many_stars_do_not_explode() =>
        Assert.False(Globbing.Matches(string.Concat(Enumerable.Repeat("*a", 200)) + "b", new string('a', 5_000)));
}
