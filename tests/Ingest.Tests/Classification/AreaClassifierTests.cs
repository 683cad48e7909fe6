using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;
using Xunit;

namespace KernelTracker.Ingest.Tests.Classification;

public class AreaClassifierTests
{
    [Theory]
    [InlineData("arch/i386/kernel/apic.c", "x", Area.Architecture, "x86")]
    [InlineData("include/asm-x86_64/pda.h", "x", Area.Architecture, "x86")]
    [InlineData("arch/ppc64/mm/init.c", "x", Area.Architecture, "PowerPC")]
    [InlineData("arch/sparc64/kernel/time.c", "x", Area.Architecture, "SPARC")]
    [InlineData("arch/arm/boot/dts/acme.dts", "x", Area.Architecture, "ARM")]
    [InlineData("arch/newone/kernel/setup.c", "x", Area.Architecture, "Other")]
    [InlineData("arch/x86/kvm/mmu.c", "x", Area.Virtualization, "KVM")]
    [InlineData("arch/arm/configs/acme_defconfig", "x", Area.Architecture, "ARM")]
    [InlineData("drivers/net/e1000/e1000_main.c", "x", Area.DeviceDrivers, "Network devices")]
    [InlineData("drivers/net/wireless/airo.c", "x", Area.DeviceDrivers, "Wireless")]
    [InlineData("drivers/staging/comedi/comedi_fops.c", "x", Area.DeviceDrivers, "Staging")]
    [InlineData("drivers/gpu/drm/i915/i915_gem.c", "x", Area.DeviceDrivers, "Graphics")]
    [InlineData("sound/pci/hda/hda_intel.c", "x", Area.DeviceDrivers, "Sound")]
    [InlineData("drivers/md/dm.c", "x", Area.FilesystemsAndBlock, "Device mapper and RAID")]
    [InlineData("block/cfq-iosched.c", "x", Area.FilesystemsAndBlock, "Block layer")]
    [InlineData("fs/namei.c", "x", Area.FilesystemsAndBlock, "VFS")]
    [InlineData("fs/xfs/xfs_inode.c", "x", Area.FilesystemsAndBlock, "XFS")]
    [InlineData("net/ipv4/tcp.c", "x", Area.Networking, "IPv4 and IPv6")]
    [InlineData("net/ipv4/netfilter/ip_tables.c", "x", Area.Networking, "Netfilter")]
    [InlineData("net/mac80211/mlme.c", "x", Area.Networking, "Wireless core")]
    [InlineData("net/rxrpc/ar-connection.c", "x", Area.Networking, "Other protocols")]
    [InlineData("drivers/net/pppoe.c", "x", Area.Networking, "Other protocols")]
    [InlineData("drivers/net/ppp/ppp_generic.c", "x", Area.Networking, "Other protocols")]
    [InlineData("drivers/i2c/chips/tsl2550.c", "x", Area.DeviceDrivers, "I2C")]
    [InlineData("drivers/i2c/chips/lm85.c", "x", Area.DeviceDrivers, "Hardware monitoring")]
    [InlineData("mm/slub.c", "x", Area.MemoryManagement, "Slab allocators")]
    [InlineData("mm/memory.c", "x", Area.MemoryManagement, null)]
    [InlineData("kernel/sched_fair.c", "x", Area.CoreKernel, "Scheduler")]
    [InlineData("kernel/cgroup.c", "x", Area.Virtualization, "Control groups and namespaces")]
    [InlineData("kernel/power/main.c", "x", Area.DeviceDriverInfrastructure, "Power management")]
    [InlineData("drivers/acpi/ec.c", "x", Area.DeviceDriverInfrastructure, "ACPI")]
    [InlineData("security/selinux/hooks.c", "x", Area.Security, "SELinux")]
    [InlineData("kernel/trace/ftrace.c", "x", Area.TracingAndTools, "Tracing")]
    [InlineData("tools/perf/builtin-top.c", "x", Area.TracingAndTools, "Performance events")]
    [InlineData("Documentation/filesystems/ext4.txt", "ext4: document", Area.Documentation, null)]
    [InlineData("MAINTAINERS", "MAINTAINERS: add", Area.Documentation, null)]
    [InlineData("Makefile", "Linux 2.6.30", Area.BuildSystem, null)]
    [InlineData("drivers/usb/Kconfig", "USB: x", Area.DeviceDrivers, "USB")]
    [InlineData("include/linux/usb/ch9.h", "x", Area.DeviceDrivers, "USB")]
    [InlineData("include/uapi/linux/tcp.h", "x", Area.Networking, "IPv4 and IPv6")]
    [InlineData("include/linux/unheard_of.h", "mmc: add header", Area.DeviceDrivers, "MMC")]
    [InlineData("include/linux/unheard_of.h", "add header", Area.CoreKernel, null)]
    [InlineData("strange/place.c", "x", Area.Miscellaneous, null)]
    public void Places_one_path(string path, string subject, Area area, string? part) =>
        Assert.Equal(new AreaVerdict(area, part), AreaClassifier.Default.Classify([path], subject));

    [Theory]
    // Documentation, headers and build lists follow the code they go with.
    [InlineData("Documentation/input/wheel.txt drivers/input/misc/wheel.c include/linux/wheel.h", "Input: wheel", Area.DeviceDrivers, "Input")]
    [InlineData("drivers/mmc/host/Kconfig drivers/mmc/host/Makefile drivers/mmc/host/acme.c MAINTAINERS", "mmc: acme", Area.DeviceDrivers, "MMC")]
    [InlineData("arch/arm/mach-acme/board.c arch/arm/configs/a_defconfig", "ARM: acme", Area.Architecture, "ARM")]
    [InlineData("include/linux/mmc/host.h include/linux/kernel.h", "x", Area.DeviceDrivers, "MMC")]
    // The prefix breaks ties …
    [InlineData("include/asm-x86/pda.h kernel/panic.c", "x86: stackprotector", Area.Architecture, "x86")]
    [InlineData("net/core/dev.c drivers/net/tun.c", "[NET]: x", Area.Networking, "Network core")]
    [InlineData("sound/soc/a.c arch/arm/mach-pxa/b.c", "ASoC: x", Area.DeviceDrivers, "Sound")]
    // … and decides conversions across the tree …
    [InlineData("drivers/net/a.c drivers/usb/b.c fs/ext3/c.c mm/slab.c kernel/fork.c", "workqueue: convert users", Area.CoreKernel, "Workqueues and softirqs")]
    // … but does not outvote the paths.
    [InlineData("drivers/net/a.c drivers/net/b.c drivers/net/c.c drivers/net/d.c drivers/net/e.c mm/slab.c", "slab: convert users", Area.DeviceDrivers, "Network devices")]
    [InlineData("drivers/net/a.c drivers/usb/b.c", "convert drivers", Area.DeviceDrivers, null)]
    public void Weighs_several_paths(string paths, string subject, Area area, string? part) =>
        Assert.Equal(new AreaVerdict(area, part), AreaClassifier.Default.Classify(paths.Split(' '), subject));

    [Theory]
    [InlineData("V4L/DVB (10856): cx18: x", Area.DeviceDrivers, "Media")]
    [InlineData("[NETFILTER]: x", Area.Networking, "Netfilter")]
    [InlineData("[PATCH] x86_64: x", Area.Architecture, "x86")]
    [InlineData("ALSA: hda - x", Area.DeviceDrivers, "Sound")]
    [InlineData("net/mlx4: x", Area.Networking, "Network core")]
    [InlineData("no prefix", Area.Miscellaneous, null)]
    public void An_empty_commit_is_placed_by_its_subject(string subject, Area area, string? part) =>
        Assert.Equal(new AreaVerdict(area, part), AreaClassifier.Default.Classify([], subject));

    [Fact]
    public void A_pull_is_what_most_of_its_changesets_are()
    {
        var verdicts = new Dictionary<AreaVerdict, int>
        {
            [new(Area.DeviceDrivers, "SCSI and storage")] = 98,
            [new(Area.FilesystemsAndBlock, "Block layer")] = 20,
            [new(Area.DeviceDrivers, "ATA")] = 1,
        };

        Assert.Equal(new AreaVerdict(Area.DeviceDrivers, "SCSI and storage"), AreaClassifier.Default.ClassifyPull(verdicts, "rmk/linux-2.6-arm"));
    }

    [Fact]
    public void A_tree_breaks_ties_of_a_pull()
    {
        var verdicts = new Dictionary<AreaVerdict, int> { [new(Area.DeviceDrivers, "Crypto accelerators")] = 2, [new(Area.Security, "Cryptographic API")] = 2 };

        Assert.Equal(Area.Security, AreaClassifier.Default.ClassifyPull(verdicts, "herbert/crypto-2.6").Area);
        Assert.Equal(Area.DeviceDrivers, AreaClassifier.Default.ClassifyPull(verdicts, "nobody/knows").Area);
        var flash = new Dictionary<AreaVerdict, int> { [new(Area.DeviceDrivers, "MTD")] = 1, [new(Area.FilesystemsAndBlock, "JFFS2")] = 1 };
        Assert.Equal(new AreaVerdict(Area.DeviceDrivers, "MTD"), AreaClassifier.Default.ClassifyPull(flash, "git.infradead.org/~dwmw2/mtd-2.6.30"));
        Assert.Equal(default, AreaClassifier.Default.ClassifyPull(new Dictionary<AreaVerdict, int>(), "nobody/knows"));
    }

    [Theory]
    [InlineData("path x/")]
    [InlineData("[nowhere: X]\npath x/")]
    [InlineData("[core\npath x/")]
    [InlineData("[core]\npath x/ x/")]
    [InlineData("[core]\nsubject a\n[mm]\nsubject a")]
    [InlineData("[core]\nwhat is this")]
    public void Refuses_rules_that_make_no_sense(string text) =>
        Assert.Throws<FormatException>(() => AreaRules.Parse(text.Split('\n')));

    [Property]
    public bool Never_throws(string?[]? paths, string? subject)
    {
        var classifier = new AreaClassifier(AreaRules.Parse(["[core]", "path kernel/"]));
        return Enum.IsDefined(classifier.Classify([.. (paths ?? []).Select(p => p ?? "")], subject ?? "").Area);
    }
}
