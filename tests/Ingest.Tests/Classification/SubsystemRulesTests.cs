using KernelTracker.Ingest.Classification;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Classification;

public class SubsystemRulesTests
{
    private static readonly SubsystemRules Rules = new(MaintainersFile.Parse("""
        NETWORKING DRIVERS
        M:	A <a@x>
        F:	drivers/net/
        F:	include/linux/netdevice.h

        ACME ETHERNET
        M:	A <a@x>
        F:	drivers/net/acme*

        WIRELESS
        M:	A <a@x>
        F:	drivers/net/wireless/
        X:	drivers/net/wireless/old/

        TEGRA
        M:	A <a@x>
        N:	[^a-z]tegra

        DOCUMENTATION
        M:	A <a@x>
        F:	Documentation/

        BROKEN
        M:	A <a@x>
        N:	(?=look)ahead

        THE REST
        M:	A <a@x>
        F:	*
        F:	*/
        """));

    [Theory]
    [InlineData("drivers/net/e100.c", 0)]
    [InlineData("drivers/net/acme_main.c", 1)]
    [InlineData("drivers/net/wireless/ath/hw.c", 2)]
    [InlineData("drivers/net/wireless/old/hw.c", 0)]
    [InlineData("arch/arm/mach-tegra/board.c", 3)]
    [InlineData("kernel/fork.c", null)]
    [InlineData("", null)]
    public void The_deepest_section_wins(string path, int? expected) => Assert.Equal(expected, Rules.Match(path));

    [Theory]
    [InlineData("drivers/net/e100.c Documentation/a.txt Documentation/b.txt Documentation/c.txt", "net: x", 0)]
    [InlineData("drivers/net/wireless/a.c drivers/net/e100.c", "wireless: x", 2)]
    [InlineData("drivers/net/wireless/a.c drivers/net/e100.c", "x", 2)]
    [InlineData("drivers/net/wireless/a.c drivers/net/e100.c drivers/net/e101.c", "wireless: x", 0)]
    [InlineData("Documentation/a.txt", "x", 4)]
    [InlineData("kernel/fork.c", "x", null)]
    public void Code_outweighs_documentation(string paths, string subject, int? expected) =>
        Assert.Equal(expected, Rules.Choose(paths.Split(' '), subject));

    [Fact]
    public void Names_patterns_it_cannot_use()
    {
        Assert.True(Rules.HasPatterns);
        Assert.StartsWith("BROKEN: N: (?=look)ahead", Assert.Single(Rules.Unusable), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_patterns_nothing_matches()
    {
        var rules = new SubsystemRules(MaintainersFile.Parse("OLD\nP:\tA\nM:\ta@x\n"));

        Assert.False(rules.HasPatterns);
        Assert.Null(rules.Choose(["kernel/fork.c"], "x"));
    }
}
