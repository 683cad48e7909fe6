using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class NotableRulesTests
{
    private const int Pull = 7;

    [Theory]
    [InlineData(InterfaceKind.SystemCall, "preadv pwritev", "arch/x86/include/asm/unistd_32.h", Area.CoreKernel, "New system calls: preadv() and pwritev()", true)]
    [InlineData(InterfaceKind.SystemCall, "cacheflush", "arch/sh/include/asm/unistd.h", Area.Architecture, "New system call: cacheflush() (only sh)", false)]
    [InlineData(InterfaceKind.Filesystem, "nilfs2", "fs/nilfs2/super.c", Area.FilesystemsAndBlock, "New filesystem: nilfs2", true)]
    [InlineData(InterfaceKind.MountOption, "ext4 auto_da_alloc|ext4 nobarrier", "fs/ext4/super.c", Area.FilesystemsAndBlock, "New ext4 mount options: auto_da_alloc and nobarrier", true)]
    [InlineData(InterfaceKind.Ioctl, "KVM_A KVM_B", "include/linux/kvm.h", Area.Virtualization, "New ioctls of <linux/kvm.h>: KVM_A and KVM_B", true)]
    [InlineData(InterfaceKind.Ioctl, "FOOIOC_A", "drivers/char/foo.h", Area.DeviceDrivers, "New ioctl of drivers/char/foo.h: FOOIOC_A", false)]
    [InlineData(InterfaceKind.Constant, "PR_SET_X", "include/linux/prctl.h", Area.CoreKernel, "New prctl() command: PR_SET_X", true)]
    [InlineData(InterfaceKind.Constant, "WHATEVER_X", "include/linux/prctl.h", Area.CoreKernel, "New constant of <linux/prctl.h>: WHATEVER_X", false)]
    [InlineData(InterfaceKind.AbiFile, "/sys/fs/ext4/<disk>/a", "Documentation/ABI/testing/sysfs-fs-ext4", Area.FilesystemsAndBlock, "New sysfs file: /sys/fs/ext4/<disk>/a", true)]
    [InlineData(InterfaceKind.AbiFile, "/sys/kernel/slab", "Documentation/ABI/testing/sysfs-kernel-slab", Area.Documentation, "Newly documented sysfs file: /sys/kernel/slab", false)]
    [InlineData(InterfaceKind.BootParameter, "log-buf-len", "Documentation/kernel-parameters.txt", Area.Documentation, "Newly documented boot parameter: log-buf-len", false)]
    [InlineData(InterfaceKind.ModuleParameter, "kvm.oos_shadow", "arch/x86/kvm/mmu.c", Area.Virtualization, "New parameter of the module kvm: oos_shadow", false)]
    [InlineData(InterfaceKind.Tool, "tools/perf", "tools/perf/Makefile", Area.TracingAndTools, "New tool: tools/perf", true)]
    [InlineData(InterfaceKind.Tool, "perf sched|perf timechart", "tools/perf/builtin-sched.c", Area.TracingAndTools, "New commands of perf: sched and timechart", true)]
    [InlineData(InterfaceKind.AbiFile, "sysctl printk_delay", "kernel/sysctl.c", Area.CoreKernel, "New sysctl: printk_delay", true)]
    [InlineData(InterfaceKind.AbiFile, "controller blkio", "include/linux/cgroup_subsys.h", Area.FilesystemsAndBlock, "New controller of control groups: blkio", true)]
    [InlineData(InterfaceKind.Directory, "arch/microblaze", "arch/microblaze/Makefile", Area.Architecture, "New architecture: microblaze", true)]
    [InlineData(InterfaceKind.ScheduledRemoval, "i2c_attach_client()|b", "Documentation/feature-removal-schedule.txt", Area.DeviceDrivers, "Scheduled for removal: i2c_attach_client()", true)]
    public void A_new_interface_is_a_line(InterfaceKind kind, string names, string path, Area area, string line, bool isStrong)
    {
        var facts = names.Split('|', kind is InterfaceKind.SystemCall or InterfaceKind.Ioctl ? ' ' : '|').Select(n => new NameFact(kind, n, Happening.Added, "", [path], [1]));

        var change = NotableRules.Of(Facts([.. facts], commits: [Commit(1, "x: y", area)])).First(c => c.Text == line);

        Assert.Equal(isStrong, change.IsStrong);
        Assert.Contains(path, change.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_filesystem_takes_in_what_belongs_to_it()
    {
        var changes = NotableRules.Of(Facts(
            [
                Added(InterfaceKind.Filesystem, "nilfs2", "fs/nilfs2/super.c", 1),
                Added(InterfaceKind.Directory, "fs/nilfs2", "fs/nilfs2/Makefile", 1),
                Added(InterfaceKind.MountOption, "nilfs2 order", "fs/nilfs2/super.c", 1),
                Added(InterfaceKind.Ioctl, "NILFS_IOCTL_SYNC", "include/linux/nilfs2_fs.h", 1),
                Added(InterfaceKind.Document, "Documentation/filesystems/nilfs2.txt", "Documentation/filesystems/nilfs2.txt", 2),
            ],
            [new OptionFact("NILFS2_FS", Happening.Added, "NILFS2 file system support (EXPERIMENTAL)", "NILFS2 is a log-structured file system.", KconfigType.Tristate, [], "", "fs/Kconfig", 1, 0)],
            [Commit(1, "nilfs2: add everything", Area.FilesystemsAndBlock), Commit(2, "nilfs2: add document", Area.Documentation)]));

        var change = Assert.Single(changes);
        Assert.Equal("New filesystem: nilfs2", change.Text);
        Assert.Equal("NILFS2 is a log-structured file system. Off by default; can be a module.", change.Detail);
        Assert.Equal(2, change.Changesets.Count);
        Assert.Equal(Area.FilesystemsAndBlock, change.Area);
        Assert.Contains("fs/Kconfig", change.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TOMOYO Linux Support", "security/tomoyo/Kconfig", KconfigType.Bool, "New option: TOMOYO Linux Support (CONFIG_X)", true)]
    [InlineData("NFS caching (EXPERIMENTAL)", "fs/nfs/Kconfig", KconfigType.Bool, "New, experimental option: NFS caching (CONFIG_X)", true)]
    [InlineData("Debug FS-Cache", "fs/fscache/Kconfig", KconfigType.Bool, "New option: Debug FS-Cache (CONFIG_X)", false)]
    [InlineData("Size of reserved area", "fs/Kconfig", KconfigType.Number, "New option: Size of reserved area (CONFIG_X)", false)]
    [InlineData("Reset unused clocks", "arch/arm/mach-davinci/Kconfig", KconfigType.Bool, "New option: Reset unused clocks (CONFIG_X)", false)]
    public void An_option_is_a_line_of_its_prompt(string prompt, string path, KconfigType type, string line, bool isStrong)
    {
        var option = new OptionFact("X", Happening.Added, prompt, "It does a thing or two.", type, [], "", path, 1, 0);

        var change = Assert.Single(NotableRules.Of(Facts([], [option], [Commit(1, "x: y", Area.CoreKernel)])));

        Assert.Equal((line, isStrong), (change.Text, change.IsStrong));
        Assert.Contains(path, change.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KconfigType.Bool, "", "Off by default.")]
    [InlineData(KconfigType.Bool, "n", "Off by default.")]
    [InlineData(KconfigType.Bool, "y", "On by default; can be left out.")]
    [InlineData(KconfigType.Tristate, "", "Off by default; can be a module.")]
    [InlineData(KconfigType.Tristate, "y", "On by default; can be a module or left out.")]
    [InlineData(KconfigType.Tristate, "m", "A module by default; can be built in or left out.")]
    [InlineData(KconfigType.Tristate, "y if PCI|m", "By default “y if PCI”, else “m”.")]
    [InlineData(KconfigType.Number, "64", "By default “64”.")]
    [InlineData(KconfigType.Number, "", "")]
    public void A_new_option_says_what_it_is_by_default(KconfigType type, string defaults, string detail)
    {
        var option = new OptionFact("X", Happening.Added, "Thing", "", type, defaults.Split('|', StringSplitOptions.RemoveEmptyEntries), "", "mm/Kconfig", 1, 0);

        Assert.Equal(detail, Assert.Single(NotableRules.Of(Facts([], [option], [Commit(1, "x: y", Area.CoreKernel)]))).Detail ?? "");
    }

    [Fact]
    public void Options_of_one_choice_and_parts_of_one_option_are_one_line()
    {
        var changes = NotableRules.Of(Facts([],
            [
                Option("KERNEL_GZIP", "Gzip"), Option("KERNEL_LZMA", "LZMA"),
                Option("FSCACHE", "Caching", ""), Option("FSCACHE_STATS", "Gather statistical information", ""),
            ],
            [Commit(1, "x: y", Area.CoreKernel)]));

        Assert.Equal(
            ["New option: Caching (CONFIG_FSCACHE, with 1 more)", "New options of “Kernel compression mode”: Gzip and LZMA"],
            changes.Select(c => c.Text).Order(StringComparer.Ordinal));

        static OptionFact Option(string symbol, string prompt, string menu = "General setup › Kernel compression mode") =>
            new(symbol, Happening.Added, prompt, "It is good for much.", KconfigType.Bool, [], menu, "init/Kconfig", 1, 0);
    }

    [Fact]
    public void Drivers_that_went_are_one_line_and_options_that_went_without_sources_another()
    {
        var changes = NotableRules.Of(Facts([],
            [
                new OptionFact("FB_CYBLA", Happening.Removed, "Cyberblade/i1 support", "", KconfigType.Tristate, [], "", "drivers/video/Kconfig", 1, 2),
                new OptionFact("IDE_ARM", Happening.Removed, "ARM IDE support", "", KconfigType.Tristate, [], "", "drivers/ide/Kconfig", 2, 1),
                new OptionFact("HID_COMPAT", Happening.Removed, "Load all HID drivers on hid core load", "", KconfigType.Tristate, [], "", "drivers/hid/Kconfig", 2, 1),
                new OptionFact("MD_RESHAPE", Happening.Removed, "Support adding drives", "It adds drives to an array.", KconfigType.Bool, [], "", "drivers/md/Kconfig", 2, 0),
            ],
            [Commit(1, "fb: remove", Area.DeviceDrivers), Commit(2, "ide: remove", Area.DeviceDrivers)]));

        Assert.Equal(["Drivers removed: ARM IDE support and Cyberblade/i1 support"], changes.Where(c => c.IsStrong).Select(c => c.Text));
        Assert.Contains(changes, c => c is { Text: "No longer an option: Support adding drives", IsStrong: false });
        Assert.Contains(changes, c => c is { Text: "Removed: Load all HID drivers on hid core load", IsStrong: false });
    }

    [Fact]
    public void A_header_tells_first_of_what_its_changesets_name()
    {
        var changes = NotableRules.Of(Facts(
            [
                Added(InterfaceKind.Function, "aaa", "include/linux/frob.h", 1),
                Added(InterfaceKind.Function, "frob_it", "include/linux/frob.h", 1),
                Added(InterfaceKind.ExportedSymbol, "frob_it", "lib/frob.c", 1),
                Added(InterfaceKind.Type, "frob_ops", "include/linux/frob.h", 1),
            ],
            commits: [Commit(1, "lib: add frob_it()", Area.CoreKernel)]));

        var change = Assert.Single(changes);
        Assert.Equal("New in <linux/frob.h>: frob_it(), aaa() and struct frob_ops", change.Text);
        Assert.True(change.IsStrong);
        Assert.Equal(Audience.Developers, change.Audience);
    }

    [Fact]
    public void Exports_are_counted_in_one_line()
    {
        var symbols = Enumerable.Range(1, 1234).Select(i => Removed(InterfaceKind.ExportedSymbol, $"s{i}", "drivers/char/x.c", 1));

        var change = NotableRules.Of(Facts([.. symbols], commits: [Commit(1, "x: y", Area.DeviceDrivers)])).First(c => c.IsStrong);

        Assert.Equal("1,234 symbols are no longer exported to modules", change.Text);
        Assert.Equal(1234, change.Names.Count);
    }

    [Theory]
    [InlineData(InterfaceKind.Function, InterfaceKind.Macro, "kunmap", "kunmap")]
    [InlineData(InterfaceKind.DeveloperDocument, InterfaceKind.Document, "Documentation/ftrace.txt", "Documentation/trace/ftrace.txt")]
    public void What_only_changed_its_place_is_no_news(InterfaceKind before, InterfaceKind after, string from, string to)
    {
        var changes = NotableRules.Of(Facts(
            [Removed(before, from, from, 1), Added(after, to, to, 1)], commits: [Commit(1, "x: y", Area.CoreKernel)]));

        Assert.Empty(changes);
    }

    [Fact]
    public void A_system_call_with_the_number_of_another_is_that_one_under_a_new_name()
    {
        var changes = NotableRules.Of(Facts(
            [
                Added(InterfaceKind.SystemCall, "perf_event_open", "arch/x86/include/asm/unistd_64.h", 1) with { Stands = [("arch/x86/include/asm/unistd_64.h", "298")] },
                Removed(InterfaceKind.SystemCall, "perf_counter_open", "arch/x86/include/asm/unistd_64.h", 1) with { Stands = [("arch/x86/include/asm/unistd_64.h", "298")] },
                Added(InterfaceKind.SystemCall, "recvmmsg", "arch/x86/include/asm/unistd_64.h", 1) with { Stands = [("arch/x86/include/asm/unistd_64.h", "299")] },
            ],
            commits: [Commit(1, "perf: Do the big rename", Area.TracingAndTools)]));

        Assert.Equal(["New system call: recvmmsg()", "Renamed system call: perf_counter_open() is now perf_event_open()"], changes.Select(c => c.Text).Order(StringComparer.Ordinal));
        Assert.Contains(changes, c => c is { Change: Happening.Changed, IsStrong: true } && c.Names.SequenceEqual(["perf_event_open", "perf_counter_open"]));
    }

    [Fact]
    public void Commands_are_renamed_together()
    {
        const string Header = "include/linux/prctl.h";
        NameFact Constant(string name, Happening change, string number) => new(InterfaceKind.Constant, name, change, number, [Header], [1]) { Stands = [(Header, number)] };

        var change = Assert.Single(NotableRules.Of(Facts(
            [
                Constant("PR_COUNTERS_OFF", Happening.Changed, "31"), Constant("PR_COUNTERS_ON", Happening.Removed, "32"),
                Constant("PR_EVENTS_OFF", Happening.Added, "31"), Constant("PR_EVENTS_ON", Happening.Added, "32"),
            ],
            commits: [Commit(1, "perf: Do the big rename", Area.TracingAndTools)])));

        Assert.Equal("Renamed prctl() commands: PR_COUNTERS_OFF and PR_COUNTERS_ON are now PR_EVENTS_OFF and PR_EVENTS_ON", change.Text);
    }

    [Theory]
    [InlineData("PR_MCE_KILL_GET", "34", false)]
    [InlineData("PR_MCE_KILL_SET", "1", true)]
    [InlineData("PR_MCE_KILL_CLEAR", "0", true)]
    [InlineData("PR_SET_PTRACER", "0x59616d61", false)]
    [InlineData("PR_FEW", "(1 << 6)", true)]
    [InlineData("PR_NAME_LEN", "34", true)]
    [InlineData("PR_MAX_NAME", "35", true)]
    [InlineData("PR_MSS_DEFAULT", "536U", true)]
    [InlineData("PR_FLASH_SIZED", "128", true)]
    [InlineData("PR_PAIR", "(2*PR_X)", true)]
    [InlineData("PR_SETPIPE_SZ", "(F_LINUX_SPECIFIC_BASE + 7)", false)]
    [InlineData("PR_ALIAS", "PR_SET_X", false)]
    [InlineData("PR_ENUMERATED", "", true)]
    public void Commands_are_numbered_one_after_the_other(string name, string value, bool isArgument) =>
        Assert.Equal(isArgument, CommandNumbers.IsArgument(name, value, [("PR_SET_A", "1"), ("PR_GET_A", "0x2"), ("PR_EXC_DISABLED", "0"), ("PR_SET_X", "33")]));

    [Fact]
    public void A_number_that_follows_a_new_command_is_one_too()
    {
        NameFact Constant(string name, string value) => Added(InterfaceKind.Constant, name, "f.h", 1) with { Stands = [("f.h", value)] };
        var siblings = new[] { ("F_DUPFD", "0"), ("F_GETFD", "1"), ("F_SETLKW64", "14"), ("F_INPROGRESS", "16") }.ToLookup(_ => "f.h");

        var arguments = CommandNumbers.Arguments(
            [Constant("F_SETOWN_EX", "15"), Constant("F_GETOWN_EX", "16"), Constant("F_OWNER_TID", "0"), Constant("F_OWNER_PID", "1"), Constant("F_MAX_LEN", "16")], siblings);

        Assert.Equal(["F_MAX_LEN", "F_OWNER_PID", "F_OWNER_TID"], arguments.Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.Empty(CommandNumbers.Arguments([Constant("F_DOMAIN", "15") with { Stands = [("f.h", "0"), ("f.h", "15"), ("alpha.h", "0x1029")] }], siblings));
    }

    [Theory]
    [InlineData("MAP_A", "34")]
    [InlineData("PR_A", "7")]
    public void A_number_says_nothing_beside_none(string name, string value) => Assert.False(CommandNumbers.IsArgument(name, value, []));

    [Fact]
    public void Arguments_come_with_their_command()
    {
        NameFact Constant(string name, bool isArgument, int commit) => Added(InterfaceKind.Constant, name, "include/linux/prctl.h", commit) with { IsArgument = isArgument };
        var changes = NotableRules.Of(Facts(
            [Constant("PR_KILL", false, 1), Constant("PR_KILL_CLEAR", true, 1), Constant("PR_KILL_SET", true, 1)], commits: [Commit(1, "HWPOISON: add", Area.MemoryManagement)]));
        var alone = NotableRules.Of(Facts([Constant("PR_KILL_CLEAR", true, 1)], commits: [Commit(1, "HWPOISON: add", Area.MemoryManagement)]));

        Assert.Equal(("New prctl() command: PR_KILL, with PR_KILL_CLEAR and PR_KILL_SET", true), (changes[0].Text, changes[0].IsStrong));
        Assert.Equal(("New constant of <linux/prctl.h>: PR_KILL_CLEAR", false), (alone[0].Text, alone[0].IsStrong));
    }

    [Fact]
    public void A_file_that_only_a_document_tells_of_is_newly_documented_whatever_the_document_tells_of_else()
    {
        const string Path = "Documentation/ABI/testing/sysfs-devices-system-cpu";
        var changes = NotableRules.Of(Facts(
            [Added(InterfaceKind.AbiFile, "/sys/devices/system/cpu/cpu#/cpufreq/*", Path, 1), Added(InterfaceKind.AbiFile, "/sys/devices/system/cpu/probe", Path, 2)],
            commits: [Commit(1, "[CPUFREQ] Documentation", Area.DeviceDriverInfrastructure) with { IsOfDocuments = true }, Commit(2, "cpu: add probe", Area.CoreKernel)]));

        Assert.Equal(
            ["New sysfs file: /sys/devices/system/cpu/probe", "Newly documented sysfs file: /sys/devices/system/cpu/cpu#/cpufreq/*"],
            changes.Select(c => c.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_export_is_told_by_the_file_that_exports_it()
    {
        var changes = NotableRules.Of(Facts(
            [Added(InterfaceKind.ExportedSymbol, "creds_are_invalid", "kernel/cred.c", 1), Added(InterfaceKind.Function, "creds_are_invalid", "include/linux/cred.h", 2)],
            commits: [Commit(1, "export", Area.Security) with { Position = Pull + 1 }, Commit(2, "declare", Area.Security)]));

        var export = Assert.Single(changes, c => c.Kind == NotableKind.ExportedSymbol);
        Assert.Equal(("Newly exported by kernel/cred.c: creds_are_invalid", "EXPORT_SYMBOL in kernel/cred.c"), (export.Text, export.Evidence));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void What_is_as_before_or_new_itself_has_no_other_default(bool isReverted, bool isOfNewFiles) =>
        Assert.Empty(NotableRules.Of(Facts(
            [], commits: [Commit(1, "ext4: enable journal_checksum by default", Area.FilesystemsAndBlock) with { IsReverted = isReverted, IsOfNewFiles = isOfNewFiles }])));

    [Fact]
    public void One_of_a_choice_is_no_switch()
    {
        var option = new OptionFact("KERNEL_LZO", Happening.Added, "LZO", "Normally others do. Its compression ratio is the poorest.", KconfigType.Bool, [], "General setup › Kernel compression mode", "init/Kconfig", 1, 0) { Choices = 4 };

        var change = Assert.Single(NotableRules.Of(Facts([], [option], [Commit(1, "x: y", Area.CoreKernel)])));

        Assert.Equal("New way of “Kernel compression mode”: LZO (CONFIG_KERNEL_LZO)", change.Text);
        Assert.Equal("Its compression ratio is the poorest. One of 4 to choose from.", change.Detail);
    }

    [Fact]
    public void What_chose_a_thing_went_with_it()
    {
        OptionFact Gone(string symbol, string prompt) => new(symbol, Happening.Removed, prompt, "Help.", KconfigType.Bool, [], "", "block/Kconfig.iosched", 1, 1);

        var change = Assert.Single(NotableRules.Of(Facts([], [Gone("IOSCHED_AS", "Anticipatory I/O scheduler"), Gone("DEFAULT_AS", "Anticipatory")], [Commit(1, "x: y", Area.FilesystemsAndBlock)])));

        Assert.Equal("Removed: Anticipatory I/O scheduler", change.Text);
    }

    [Fact]
    public void Sysctls_have_their_folders_where_those_are_known()
    {
        var changes = NotableRules.Of(Facts(
            [Added(InterfaceKind.AbiFile, "sysctl printk_delay", "kernel/sysctl.c", 1) with { Text = "kernel.printk_delay" }, Removed(InterfaceKind.AbiFile, "sysctl old", "kernel/sysctl.c", 1)],
            commits: [Commit(1, "printk: delay", Area.CoreKernel)]));

        Assert.Equal(["New sysctl: kernel.printk_delay", "Removed sysctl: old"], changes.Select(c => c.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_option_of_a_filesystem_went_with_it()
    {
        var option = new OptionFact("EXT4DEV_COMPAT", Happening.Removed, "Enable ext4dev compatibility", "", KconfigType.Bool, [], "", "fs/ext4/Kconfig", 1, 0);

        var change = Assert.Single(NotableRules.Of(Facts([Removed(InterfaceKind.Filesystem, "ext4dev", "fs/ext4/super.c", 1)], [option], [Commit(1, "x: y", Area.FilesystemsAndBlock)])));

        Assert.Equal("Removed filesystem: ext4dev", change.Text);
    }

    [Theory]
    [InlineData("Make relatime default", true, "Make relatime default")]
    [InlineData("[PATCH 2/3] cifs: make serverino the default when mounting", true, "cifs: make serverino the default when mounting")]
    [InlineData("ACPI: acpi_enforce_resource=strict by default", true, "ACPI: acpi_enforce_resource=strict by default")]
    [InlineData("net-sched: fix bfifo default limit", false, null)]
    [InlineData("devpts: correctly set default options", false, null)]
    [InlineData("tracing: combine the default tracers into one config", false, null)]
    [InlineData("splice: implement default splice_read method", false, null)]
    public void Subjects_tell_of_defaults(string subject, bool tells, string? line)
    {
        Assert.Equal(tells, BehaviourDrafts.Tells(subject));

        var changes = NotableRules.Of(Facts([], commits: [Commit(1, subject, Area.FilesystemsAndBlock)]));

        Assert.Equal(line is null ? [] : [line], changes.Select(c => c.Text));
    }

    [Fact]
    public void A_pull_request_words_the_line_of_a_name_or_a_weak_line_of_its_own()
    {
        const string Text = "Updates for frobbing:\n - Add frob_it() for those who\n   frob (Jane Doe)\n - Fix a leak\n - Support for folding\nThanks.\n";
        var changes = NotableRules.Of(Facts(
            [Added(InterfaceKind.ExportedSymbol, "frob_it", "lib/frob.c", 1)],
            commits: [Commit(1, "lib: frob", Area.CoreKernel)],
            pulls: [new PullFact(Pull, ObjectId.Parse(new string('a', 40)), "Frobbing", Text, Area.CoreKernel)]));

        Assert.Equal(2, changes.Count);
        Assert.Equal("Add frob_it() for those who frob.", changes.Single(c => c.Kind == NotableKind.ExportedSymbol).Detail);
        var own = changes.Single(c => c.Kind == NotableKind.Behaviour);
        Assert.Equal(("Support for folding", false, "Frobbing"), (own.Text, own.IsStrong, own.Pull?.Title));
    }

    [Fact]
    public void What_came_and_went_is_apart()
    {
        var change = Assert.Single(NotableRules.Of(Facts(
            [new NameFact(InterfaceKind.Operation, "net_device_ops.ndo_xmit_flush", Happening.CameAndWent, "", ["include/linux/netdevice.h"], [1, 2])],
            commits: [Commit(1, "net: add", Area.Networking), Commit(2, "net: remove", Area.Networking)])));

        Assert.Equal((Happening.CameAndWent, false), (change.Change, change.IsStrong));
        Assert.Equal("net_device_ops.ndo_xmit_flush", change.Text);
    }

    [Theory]
    [InlineData(1, "a")]
    [InlineData(2, "a and b")]
    [InlineData(3, "a, b and c")]
    [InlineData(6, "a, b, c, d, e and f")]
    [InlineData(7, "a, b, c, d, e and 2 more")]
    public void Names_are_listed_as_in_prose(int count, string words) =>
        Assert.Equal(words, string.Concat(Wording.List([.. "abcdefg".Take(count).Select(c => new NotableRun(c.ToString()))]).Select(r => r.Text)));

    [Theory]
    [InlineData("nilfs2: add document", "nilfs2")]
    [InlineData("[PATCH] FS-Cache: Add it", "fscache")]
    [InlineData("[CPUFREQ] ondemand: x", "ondemand")]
    [InlineData("Make relatime default", null)]
    [InlineData("", null)]
    public void A_subject_begins_with_its_matter(string subject, string? prefix) => Assert.Equal(prefix, Wording.Prefix(subject));

    [Theory]
    [InlineData("added to a/Kconfig", "added to a/Kconfig")]
    [InlineData("new folder x/y|added to a/Kconfig|added to a/Kconfig|built by x/Makefile|added to b/Kconfig", "new folder x/y; added to a/Kconfig, b/Kconfig; built by x/Makefile")]
    [InlineData("in a/1|in a/2|in a/3|in a/4", "in a/1, a/2, a/3, a/4")]
    [InlineData("in a/1|in a/2|in a/3|in a/4|in a/5", "in a/1, a/2, a/3 and 2 more files")]
    [InlineData("read by a/1, a/2|read by a/1, a/2|the subject of the changeset", "read by a/1, a/2; the subject of the changeset")]
    public void Evidence_of_many_parts_is_said_once(string parts, string said) => Assert.Equal(said, Wording.Evidence(parts.Split('|')));

    [Theory]
    [InlineData("Say Y here to get it. This is a log. If unsure, say N.", "This is a log.")]
    [InlineData("Provides\n  a cache", "Provides a cache.")]
    [InlineData("Say N.", null)]
    [InlineData("", null)]
    public void Help_says_what_a_thing_is(string help, string? sentence) => Assert.Equal(sentence, Wording.Sentence(help));

    [Fact]
    public void Hostile_texts_end_nowhere_bad()
    {
        var text = new string('x', 200_000) + "\n - " + new string('[', 100_000) + "\n" + string.Concat(Enumerable.Repeat("- a (", 20_000));

        Assert.All(BehaviourDrafts.Points(text), p => Assert.InRange(p.Length, 0, 400));
        Assert.InRange(Wording.Sentence(text)!.Length, 1, 400);
        Assert.Null(Wording.Prefix(text));
    }

    private static NameFact Added(InterfaceKind kind, string name, string path, int commit) => new(kind, name, Happening.Added, "", [path], [commit]);

    private static NameFact Removed(InterfaceKind kind, string name, string path, int commit) => new(kind, name, Happening.Removed, "", [path], [commit]);

    private static CommitFact Commit(int id, string subject, Area area) => new(id, ObjectId.Parse(id.ToString("x40", System.Globalization.CultureInfo.InvariantCulture)), subject, area, Pull);

    private static NotableFacts Facts(
        IReadOnlyList<NameFact> names, IReadOnlyList<OptionFact>? options = null, IReadOnlyList<CommitFact>? commits = null, IReadOnlyList<PullFact>? pulls = null) =>
        new(names, options ?? [], new HashSet<string>(), (commits ?? []).ToDictionary(c => c.Id), (pulls ?? []).ToDictionary(p => p.Position));
}
