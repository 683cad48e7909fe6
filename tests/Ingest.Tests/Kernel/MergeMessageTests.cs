using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class MergeMessageTests
{
    [Theory]
    [InlineData("Automatic merge of rsync://rsync.kernel.org/pub/scm/linux/kernel/git/davem/net-2.6.git/", "davem/net-2.6", PulledRef.None, null)]
    [InlineData("Automated merge of kernel.org:/home/rmk/linux-2.6-rmk.git", "rmk/linux-2.6-rmk", PulledRef.None, null)]
    [InlineData("Merge of master.kernel.org:/home/rmk/linux-2.6-serial.git", "rmk/linux-2.6-serial", PulledRef.None, null)]
    [InlineData("Merge with Greg's USB tree at kernel.org:/pub/scm/linux/kernel/git/gregkh/usb-2.6.git/", "gregkh/usb-2.6", PulledRef.None, null)]
    [InlineData("Merge head 'upstream' of master.kernel.org:/pub/scm/linux/kernel/git/jgarzik/libata-dev", "jgarzik/libata-dev", PulledRef.Branch, "upstream")]
    [InlineData("Merge refs/heads/upstream-fixes from master.kernel.org:/pub/scm/linux/kernel/git/jgarzik/netdev-2.6", "jgarzik/netdev-2.6", PulledRef.Branch, "upstream-fixes")]
    [InlineData("Merge HEAD from master.kernel.org:/home/rmk/linux-2.6-arm.git", "rmk/linux-2.6-arm", PulledRef.None, null)]
    [InlineData("Merge commit master.kernel.org:/pub/scm/linux/kernel/git/davem/sparc-2.6 of HEAD", "davem/sparc-2.6", PulledRef.None, null)]
    [InlineData("Merge branch 'for-linus' from kernel.org:/.../shaggy/jfs-2.6 manually", "shaggy/jfs-2.6", PulledRef.Branch, "for-linus")]
    [InlineData("Merge branch 'upstream-greg' of gregkh@master.kernel.org:/pub/scm/linux/kernel/git/jgarzik/libata-dev", "jgarzik/libata-dev", PulledRef.Branch, "upstream-greg")]
    [InlineData("Merge branches 'core-fixes', 'irq-fixes' and 'timers-fixes' of git://git.kernel.org/pub/scm/linux/kernel/git/tip/linux-2.6-tip", "tip/linux-2.6-tip", PulledRef.Branch, "core-fixes, irq-fixes, timers-fixes")]
    [InlineData("Merge phase #3 (IOMMU) of git://git.kernel.org/pub/scm/linux/kernel/git/tip/linux-2.6-tip", "tip/linux-2.6-tip", PulledRef.None, null)]
    [InlineData("Merge git://git.kernel.dk/data/git/linux-2.6-block", "git.kernel.dk/linux-2.6-block", PulledRef.None, null)]
    [InlineData("Merge git://git.kernel.org/pub/scm/linux/kernel/git/tip/tip irq/core", "tip/tip", PulledRef.Branch, "irq/core")]
    [InlineData("Merge tag 'mfd-4.3' of git://git.kernel.org/pub/scm/linux/kernel/git/lee/mfd into next", "lee/mfd", PulledRef.Tag, "mfd-4.3")]
    [InlineData("Merge (part of) tag 'soc-2' of git://git.infradead.org/users/jcooper/linux into next/dt", "git.infradead.org/~jcooper/linux", PulledRef.Tag, "soc-2")]
    [InlineData("Merge tag 'nand/for-4.11' of github.com:linux-nand/linux", "github.com/linux-nand/linux", PulledRef.Tag, "nand/for-4.11")]
    [InlineData("Merge ath-next from ath.git", "ath.git", PulledRef.Branch, "ath-next")]
    [InlineData("Merge commit '0123456789abcdef' into topic", null, PulledRef.Commit, "0123456789abcdef")]
    [InlineData("Merge commit 'origin/master'", null, PulledRef.Branch, "origin/master")]
    [InlineData("Merge remote-tracking branches 'asoc/fix/a' and 'asoc/fix/b' into asoc-linus", null, PulledRef.Branch, "asoc/fix/a, asoc/fix/b")]
    [InlineData("Merge 4.6-rc7 into usb-next", null, PulledRef.Tag, "4.6-rc7")]
    [InlineData("Merge Linus' tree to be able to apply patches", null, PulledRef.None, null)]
    [InlineData("Pull misc-for-upstream into release branch", null, PulledRef.Branch, "misc-for-upstream")]
    public void Reads_every_form_of_subject(string subject, string? tree, PulledRef kind, string? name)
    {
        var merge = MergeMessage.Parse(subject, "");

        Assert.Equal(tree, merge.Repository is null ? null : SourceTreeName.Normalize(merge.Repository).Name);
        Assert.Equal(kind, merge.RefKind);
        Assert.Equal(name, merge.RefName);
    }

    [Theory]
    [InlineData("Merge branch 'master' of git://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux-2.6", true)]
    [InlineData("Merge with /pub/scm/linux/kernel/git/torvalds/linux-2.6.git", true)]
    [InlineData("Auto-update from upstream", true)]
    [InlineData("Merge ../linus", true)]
    [InlineData("Backmerge tag 'v4.3-rc5' into drm-next", true)]
    [InlineData("Merge tag 'v4.3-rockchip-dts' of git://git.kernel.org/pub/scm/linux/kernel/git/mmind/linux into next/dt", false)]
    [InlineData("Merge branch 'for-linus' of git://git.kernel.org/pub/scm/linux/kernel/git/dtor/input", false)]
    public void Tells_merges_of_mainline_into_a_tree(string subject, bool expected) =>
        Assert.Equal(expected, MergeMessage.Parse(subject, "").IsMainlineBackMerge);

    [Fact]
    public void Reads_a_signed_tag_with_quoted_request()
    {
        const string Body = """
            Pull widget updates from Jane Doe:
             "Two new drivers, one of them "big".

              Specifics:

               - frobnicator support"

            * tag 'widgets-3.18' of git://git.kernel.org/pub/scm/linux/kernel/git/jane/widgets: (12 commits)
              widgets: add frobnicator
              widgets: fix leak
              ...

            Signed-off-by: Linus Torvalds <torvalds@linux-foundation.org>
            """;

        var merge = MergeMessage.Parse("Merge tag 'widgets-3.18' of git://git.kernel.org/pub/scm/linux/kernel/git/jane/widgets", Body);

        Assert.Equal("Jane Doe", merge.From);
        Assert.Equal("widget updates", merge.Title);
        Assert.Equal("Two new drivers, one of them \"big\".\n\nSpecifics:\n\n - frobnicator support", merge.Text);
    }

    [Fact]
    public void Reads_a_request_over_two_lines()
    {
        var merge = MergeMessage.Parse("Merge branch 'x' of git://example.org/x", "Merge \"Second Round of Acme ARM Based SoC DT Updates for v4.6\" from\nJane Doe:\n\n* Add board\n");

        Assert.Equal("Jane Doe", merge.From);
        Assert.Equal("Second Round of Acme ARM Based SoC DT Updates for v4.6", merge.Title);
        Assert.Equal("* Add board", merge.Text);
    }

    [Fact]
    public void Takes_the_first_line_of_a_tag_message_for_title()
    {
        var merge = MergeMessage.Parse("Merge tag 'dt-4.12' of git://example.org/soc into next/dt", "Acme DT changes for v4.12:\n\n- Add nodes\n\n* tag 'dt-4.12' of git://example.org/soc:\n  ARM: dts: add nodes\n");

        Assert.Equal("Acme DT changes for v4.12", merge.Title);
        Assert.Equal("Acme DT changes for v4.12:\n\n- Add nodes", merge.Text);
        Assert.Equal("next/dt", merge.Into);
    }

    [Fact]
    public void Keeps_neither_shortlog_nor_conflicts_nor_repairs()
    {
        const string Body = """
            * 'for-linus' of git://git.kernel.org/pub/scm/linux/kernel/git/jane/widgets:
              commit 0123456789
              Author: Jane Doe

                  [PATCH] widgets: whole logs stood here in 2006

            * dvb: (190 commits)
              V4L/DVB (1): fix

            Fixed up trivial conflicts in drivers/widgets/core.c

            Conflicts:

            	drivers/widgets/core.c
            	drivers/widgets/Kconfig
            """;

        var merge = MergeMessage.Parse("Merge branch 'for-linus' of git://git.kernel.org/pub/scm/linux/kernel/git/jane/widgets", Body);

        Assert.Equal("", merge.Text);
        Assert.Equal("for-linus@jane/widgets", merge.Title);
    }

    [Theory]
    [InlineData("Merge branch 'akpm' (patches from Andrew)", "", "Andrew", "akpm from Andrew")]
    [InlineData("Merge branch 'akpm' (patches from Andrew)", "Merge second patchbomb from Andrew Morton:\n - mm\n\n* emailed patches from Andrew Morton <a@example.org>:\n  mm: x\n", "Andrew Morton", "second patchbomb")]
    [InlineData("Merge branch 'tty-updates' from Alan", "", "Alan", "tty-updates from Alan")]
    [InlineData("Merge tag 'iio-4.7' of git://example.org/iio", "Jonathan writes:\n\nFirst round of IIO\n", "Jonathan", "First round of IIO")]
    public void Finds_who_asked(string subject, string body, string from, string title)
    {
        var merge = MergeMessage.Parse(subject, body);

        Assert.Equal(from, merge.From);
        Assert.Equal(title, merge.Title);
    }

    [Fact]
    public void Finds_a_repository_on_a_line_of_its_own() =>
        Assert.Equal("master.kernel.org:/pub/scm/linux/kernel/git/wim/linux-2.6-watchdog",
            MergeMessage.Parse("Merge watchdog driver updates", "Automated merge from\n\n\tmaster.kernel.org:/pub/scm/linux/kernel/git/wim/linux-2.6-watchdog\n").Repository);

    [Property]
    public bool Never_throws_and_always_has_a_title(string? subject, string? body)
    {
        var merge = MergeMessage.Parse(subject ?? "", body ?? "");
        return merge.Title.Trim().Length > 0 && !merge.Title.Contains('\n', StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Merge ", "'")]
    [InlineData("Merge branch 'x' of ", "git://")]
    [InlineData("Merge ", " into")]
    public void Ten_megabytes_take_linear_time(string start, string repeated)
    {
        var length = 10_000_000 / repeated.Length;
        var text = start + string.Concat(Enumerable.Repeat(repeated, length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        MergeMessage.Parse(text, text);
        CommitMessageParser.Parse(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }
}
