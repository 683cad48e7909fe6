using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel.Interfaces;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel.Interfaces;

public sealed class InterfaceReaderTests
{
    [Theory]
    [InlineData("EXPORT_SYMBOL(kfree_skb);", "kfree_skb", "")]
    [InlineData("EXPORT_SYMBOL_GPL(device_add);", "device_add", "GPL")]
    [InlineData("int x;\n\nEXPORT_SYMBOL\t( x )\n;", "x", "")]
    [InlineData("EXPORT_SYMBOL_GPL_FUTURE(usb_register);", "usb_register", "GPL in future")]
    [InlineData("EXPORT_UNUSED_SYMBOL(simple_prepare_write);  /*  June 2006 */", "simple_prepare_write", "unused")]
    [InlineData("EXPORT_PER_CPU_SYMBOL_GPL(cpu_info);", "cpu_info", "per-CPU, GPL")]
    [InlineData("EXPORT_SYMBOL_NS_GPL(dw_pcie_read, PCIE_DW);", "dw_pcie_read", "GPL, namespace PCIE_DW")]
    [InlineData("EXPORT_SYMBOL_NS(dma_buf_get, \"DMA_BUF\");", "dma_buf_get", "namespace DMA_BUF")]
    [InlineData("ACPI_EXPORT_SYMBOL(acpi_get_table)", "acpi_get_table", "")]
    [InlineData("EXPORT_TRACEPOINT_SYMBOL_GPL(block_remap);", "__tracepoint_block_remap", "GPL")]
    [InlineData("EXPORT_SYMBOL(BTFIXUP_CALL(mmu_lockarea));", "BTFIXUP_CALL(mmu_lockarea)", "")]
    [InlineData("#if 0\nEXPORT_SYMBOL(a);\n#else\nEXPORT_SYMBOL(b);\n#endif\n", "b", "")]
    [InlineData("#if 0\nEXPORT_SYMBOL(a);\n#elif 1\nEXPORT_SYMBOL(b);\n#else\nEXPORT_SYMBOL(c);\n#endif\n", "b", "")]
    [InlineData("#if 0\n#ifdef X\n#else\nEXPORT_SYMBOL(a);\n#endif\n#endif\nEXPORT_SYMBOL(b);", "b", "")]
    [InlineData("#if LINUX_VERSION_CODE >= KERNEL_VERSION(2,6,18)\nEXPORT_SYMBOL(a);\n#else\nEXPORT_SYMBOL(b);\n#endif\n", "a", "")]
    [InlineData("#if (LINUX_VERSION_CODE < KERNEL_VERSION( 2, 6, 21 )) && (!OPENSUSE_SLED)\nEXPORT_SYMBOL(a);\n#else\nEXPORT_SYMBOL(b);\n#endif\n", "b", "")]
    [InlineData("#if((LINUX_VERSION_CODE >= 0x20615)||IN_FEDORACORE_9)\n#if X\nEXPORT_SYMBOL(a);\n#endif\n#else\nEXPORT_SYMBOL(b);\n#endif\n", "a", "")]
    [InlineData("char *s = \"/*\"; EXPORT_SYMBOL(behind_a_string); /* */", "behind_a_string", "")]
    public void Exported_symbols(string source, string symbol, string text) =>
        Assert.Equal(new InterfaceFact(InterfaceKind.ExportedSymbol, symbol, text), Assert.Single(InterfaceReader.Read("lib/x.c", source)));

    [Theory]
    [InlineData("/* EXPORT_SYMBOL(x); */")]
    [InlineData("// EXPORT_SYMBOL(x);")]
    [InlineData("#define DO_EXPORT(x) \\\n\textern int x; \\\n\tEXPORT_SYMBOL(x)\n")]
    [InlineData("#if 0 /* not yet */\nEXPORT_SYMBOL(x);\n#endif\n")]
    [InlineData("#if (LINUX_VERSION_CODE > KERNEL_VERSION(2,5,0))\n//EXPORT_SYMBOL(Dot11d_Init);\n#else\nEXPORT_SYMBOL_NOVERS(Dot11d_Init);\n#endif\n")]
    [InlineData("#if X\n#elif 0\nEXPORT_SYMBOL(x);\n#endif\n")]
    [InlineData("#if 1\n#else\n#if Y\n#else\nEXPORT_SYMBOL(x);\n#endif\nEXPORT_SYMBOL(y);\n#endif\n")]
    [InlineData("#if 0\nEXPORT_SYMBOL(x);")]
    [InlineData("MY_EXPORT_SYMBOLS(x);")]
    [InlineData("EXPORT_SYMBOL(a##b);")]
    [InlineData("EXPORT_SYMBOL(x")]
    [InlineData("extern struct file_system_type *get_fs_type(const char *name);")]
    [InlineData("int register_filesystem(struct file_system_type * fs) { return 0; }")]
    [InlineData("int match_token(char *s, const match_table_t table, substring_t args[])\n{ printk(\"x\"); }")]
    public void What_exports_and_defines_nothing(string source) => Assert.Empty(InterfaceReader.Read("fs/x/x.c", source));

    [Theory]
    [InlineData("static struct file_system_type ext4_fs_type = {\n\t.owner\t= THIS_MODULE,\n\t.name\t= \"ext4\",\n};", "ext4")]
    [InlineData("struct file_system_type sock_fs_type = {\n\tname:\t\t\"sockfs\",\n};", "sockfs")]
    [InlineData("#define MODNAME \"gadgetfs\"\nstatic struct file_system_type t = { .name = MODNAME, };", "gadgetfs")]
    [InlineData("static const char shortname [] = \"gadgetfs\";\nstatic struct file_system_type t = {\n.name\t= shortname,\n};", "gadgetfs")]
    public void Filesystems(string source, string name) =>
        Assert.Equal(name, Assert.Single(InterfaceReader.Read("drivers/usb/gadget/inode.c", source), f => f.Kind == InterfaceKind.Filesystem).Name);

    [Fact]
    public void Requests_in_an_enumeration_are_ioctls() =>
        Assert.Equal(
            ["SNDRV_PCM_IOCTL_INFO: _IOR('A', 0x01, struct snd_pcm_info)", "SNDRV_PCM_IOCTL_PVERSION: _IOR('A', 0x00, int)"],
            InterfaceReader.Read(
                "include/sound/asound.h",
                "enum {\n\tSNDRV_PCM_IOCTL_PVERSION = _IOR('A', 0x00, int),\n\tSNDRV_PCM_IOCTL_INFO = _IOR('A', 0x01, struct snd_pcm_info),\n\tSNDRV_PCM_OTHER = 3,\n};\n")
                .Where(f => f.Kind == InterfaceKind.Ioctl).Select(f => $"{f.Name}: {f.Text}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("#if LINUX_VERSION_CODE < KERNEL_VERSION(2,6,21) || X")]
    [InlineData("#if !(X && LINUX_VERSION_CODE < KERNEL_VERSION(2,6,21))")]
    [InlineData("#if (LINUX_VERSION_CODE > KERNEL_VERSION(2,6,21) && X) || Y")]
    [InlineData("#if LINUX_VERSION_CODE > X_VERSION")]
    [InlineData("#if LINUX_VERSION_CODE")]
    [InlineData("#if (((")]
    [InlineData("#if 0x1")]
    [InlineData("#ifdef X")]
    public void Conditions_that_depend_on_more_leave_both_branches(string condition) =>
        Assert.Equal(["a", "b"], InterfaceReader.Read("lib/x.c", condition + "\nEXPORT_SYMBOL(a);\n#else\nEXPORT_SYMBOL(b);\n#endif\n").Select(f => f.Name));

    [Theory]
    [InlineData("include/linux/kvm.h", "#define __KVM_DEPRECATED_MAIN_0x07 _IO(KVMIO, 0x07)\n#define KVM_TRACE_PAUSE __KVM_DEPRECATED_MAIN_0x07\n", "KVM_TRACE_PAUSE: _IO(KVMIO, 0x07)")]
    [InlineData("include/linux/kvm.h", "#define KVM_OLD KVM_NEW\n#define KVM_NEW _IO(KVMIO, 0x07)\n", "KVM_NEW: _IO(KVMIO, 0x07)")]
    [InlineData("include/linux/usbdevice_fs.h", "#define USBDEVFS_BULK _IOWR('U', 2, struct usbdevfs_bulktransfer)\n#define USBDEVFS_BULK32 _IOWR('U', 2, struct usbdevfs_bulktransfer32)\n", "USBDEVFS_BULK: _IOWR('U', 2, struct usbdevfs_bulktransfer)")]
    [InlineData("include/linux/x.h", "#ifdef __KERNEL__\n#define X_COMPAT _IO('X', 1)\n#endif\n#define X_SET_U32 _IOW('X', 2, int)\n", "X_SET_U32: _IOW('X', 2, int)")]
    [InlineData("net/atm/ioctl.c", "#ifdef CONFIG_COMPAT\n#define ATM_GETLINKRATE32 _IOW('a', 1, struct atmif_sioc)\n#endif\n#define ATM_X _IO('a', 2)\n", "ATM_X: _IO('a', 2)")]
    [InlineData("net/atm/ioctl.c", "#define ATM_GETNAMES32 _IOW('a', ATMIOC_ITF+3, struct compat_atm_iobuf)\n#define ATM_X _IO('a', 2)\n", "ATM_X: _IO('a', 2)")]
    [InlineData("include/linux/vt.h", "#define VT_OPENQRY\t0x5600\n#define VT_EVENT_BLANK\t\t0x0002\n#define VT_MAX_EVENT (0x000F)\n", "VT_OPENQRY: 0x5600")]
    [InlineData("include/media/v4l2-subdev.h", "#define V4L2_SUBDEV_IR_RX_NOTIFY _IOW('v', 0, u32)\n", "")]
    public void Requests_of_user_space(string path, string source, string expected) =>
        Assert.Equal(expected, string.Join('\n', InterfaceReader.Read(path, source).Where(f => f.Kind == InterfaceKind.Ioctl).Select(f => $"{f.Name}: {f.Text}")));

    [Theory]
    [InlineData("static struct ctl_table root_table[] = {\n{ .procname = \"kernel\", .child = kern_table, },\n{ .procname = \"vm\", .child = vm_table },\n};\nstatic struct ctl_table kern_table[] = { { .procname\t= \"printk_delay\", }, {} };\nstatic struct ctl_table vm_table[] = {\n#ifdef X\n{ .procname = \"laptop_mode\" }, };", "laptop_mode: vm.laptop_mode|printk_delay: kernel.printk_delay")]
    [InlineData("static ctl_table dccp_default_table[] = { { .procname = \"seq_window\", .mode = 0644 }, };\nstatic struct ctl_path dccp_path[] = { { .procname = \"net\", }, { .procname = \"dccp\", }, { } };", "seq_window: net.dccp.seq_window")]
    [InlineData("static struct ctl_table t[] = { { .procname = \"ack\" }, };\nstatic struct ctl_table llc_table[] = { { .procname = \"timeout\", .child = t }, };\nstruct ctl_path llc_path[] = { { .procname = \"net\" }, { .procname = \"llc\" }, };", "ack: net.llc.timeout.ack")]
    [InlineData("static struct ctl_table ipv6_table[] = { { procname: \"xfrm6_gc_thresh\" }, };", "xfrm6_gc_thresh: ")]
    [InlineData("static struct ctl_table t[] = { { .procname = \"bmcast\" }, };\nint f(void) { register_net_sysctl(net, \"net/ipv4\", t); }", "bmcast: net.ipv4.bmcast")]
    [InlineData("static struct ctl_table a[] = { { .procname = \"x\", .child = a }, { .procname = \"y\" }, };", "y: y")]
    [InlineData("static struct ctl_table a[] = { { .procname = \"x\", .child = b }, };\nstatic struct ctl_table b[] = { { .procname = \"y\", .child = a }, { .procname = \"z\" } };", "z: ")]
    [InlineData("static struct ctl_table a[] = { { .procname = \"%d\" }, { .procname = name }, { .procname = \"x", "")]
    [InlineData("extern struct ctl_table a[];\nint f(struct ctl_table *table) { table[0].procname = \"x\"; }", "")]
    public void Files_below_proc_sys(string source, string expected) =>
        Assert.Equal(expected, string.Join('|', InterfaceReader.Read("kernel/sysctl.c", source).Where(f => f.Kind == InterfaceKind.AbiFile).Select(f => $"{f.Name["sysctl ".Length..]}: {f.Text}")));

    [Fact]
    public void Controllers_of_control_groups() =>
        Assert.Equal(
            ["controller blkio", "controller memory"],
            InterfaceReader.Read("include/linux/cgroup_subsys.h", "/* Add subsystem definitions of the form SUBSYS(<name>) */\n#ifdef CONFIG_BLK_CGROUP\nSUBSYS(blkio)\n#endif\nSUBSYS(mem_cgroup)\nSUBSYS_TAG(x)\n").Select(f => f.Name));

    [Theory]
    [InlineData("tools/perf/builtin-sched.c", "perf sched")]
    [InlineData("tools/perf/builtin-buildid-list.c", "perf buildid-list")]
    [InlineData("tools/perf/builtin.h", null)]
    [InlineData("tools/perf/util/sort.c", null)]
    public void Commands_of_tools(string path, string? expected) =>
        Assert.Equal(expected, InterfaceReader.Read(path, "int cmd_x(int argc)\n{\n}\n").SingleOrDefault(f => f.Kind == InterfaceKind.Tool)?.Name);

    [Fact]
    public void What_the_c_library_copies_is_for_users_wherever_it_stands() =>
        Assert.Equal(
            ["AF_INET Constant", "MSG_OOB Constant", "SOCK_KERNEL Macro"],
            InterfaceReader.Read("include/linux/socket.h", "#ifdef __KERNEL__\n#define AF_INET 2\n#define MSG_OOB 1\n#define SOCK_KERNEL 3\n#endif\n").Select(f => $"{f.Name} {f.Kind}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("module_param(debug, int, 0644);\nMODULE_PARM_DESC(debug, \"Debug level \" \"(0=none). More.\");", "e1000e.debug: Debug level (0=none).")]
    [InlineData("module_param_named(debug, dbg_level, uint, 0);", "e1000e.debug: uint")]
    [InlineData("module_param_array(io, int, NULL, 0);", "e1000e.io: int")]
    [InlineData("module_param_string(name, buf, sizeof(buf), 0444);", "e1000e.name: ")]
    [InlineData("module_param_unsafe(enable, bool, 0400);", "e1000e.enable: bool")]
    [InlineData("MODULE_PARM(\"io\", \"1-4i\");\nMODULE_PARM(irq, \"i\");", "e1000e.io: |e1000e.irq: ")]
    [InlineData("#define MODULE_PARAM_PREFIX \"xen.\"\nmodule_param(x, int, 0);", "xen.x: int")]
    public void Module_parameters(string source, string expected) =>
        Assert.Equal(expected, string.Join('|', InterfaceReader.Read("drivers/net/e1000e.c", source).Select(f => $"{f.Name}: {f.Text}")));

    [Theory]
    [InlineData("__setup(\"nmi_watchdog=\", setup_nmi);", "nmi_watchdog")]
    [InlineData("early_param(\"mem\", early_mem);", "mem")]
    [InlineData("core_param(panic, panic_timeout, int, 0644);", "panic")]
    public void Boot_parameters(string source, string name) =>
        Assert.Equal(new InterfaceFact(InterfaceKind.BootParameter, name, ""), Assert.Single(InterfaceReader.Read("kernel/x.c", source)));

    [Fact]
    public void The_list_of_boot_parameters()
    {
        const string Text = "parameter is applicable:\n\n\tACPI\tACPI support is enabled.\n\nDo not modify.\n\n"
            + "\tacpi=\t\t[HW,ACPI,X86-64,i386]\n\t\t\tAdvanced Configuration and Power Interface\n\t\t\tFormat: { force | off }\n\n"
            + "\tagp=\t\t[AGP]\n\t\t\t{ off | try_unsupported }\n\t\t\toff: disable AGP support. More.\n\n\tnolapic\t\t[X86-32,APIC] Do not enable or use the local APIC.\n";
        Assert.Equal(
            ["acpi: Advanced Configuration and Power Interface Format: { force | off }", "agp: off: disable AGP support.", "nolapic: Do not enable or use the local APIC."],
            InterfaceReader.Read("Documentation/kernel-parameters.txt", Text).Select(f => $"{f.Name}: {f.Text}"));
    }

    [Theory]
    [InlineData("fs/ext4/super.c", "static const match_table_t tokens = {\n\t{Opt_bsd_df, \"bsddf\"},\n\t{Opt_sb, \"sb=%u\"},\n\t{Opt_err, NULL},\n};", "ext4 bsddf: |ext4 sb: sb=%u")]
    [InlineData("mm/shmem.c", "const struct fs_parameter_spec shmem_fs_parameters[] = {\n\tfsparam_gid   (\"gid\",\t\tOpt_gid),\n\tfsparam_flag_no(\"swap\", Opt_swap),\n\t{}\n};", "tmpfs gid: |tmpfs noswap: |tmpfs swap: ")]
    [InlineData("fs/nfs/super.c", "static match_table_t nfs_secflavor_tokens = { { Opt_sec_none, \"none\" } };", "")]
    [InlineData("drivers/infiniband/ulp/srp/ib_srp.c", "static match_table_t opt_tokens = { { OPT_X, \"id_ext=%s\" } };", "")]
    public void Mount_options(string path, string source, string expected) =>
        Assert.Equal(expected, string.Join('|', InterfaceReader.Read(path, source).Select(f => $"{f.Name}: {f.Text}")));

    [Theory]
    [InlineData("include/asm-i386/unistd.h", "#define __NR_exit\t\t  1\n/* #define __NR_waitid 284 */\n#define __NR_syscalls 2\n#define NR_syscalls 2", "exit 1")]
    [InlineData("arch/arm/include/asm/unistd.h", "#define __NR_SYSCALL_BASE\t0x900000\n#define __NR_dup3\t\t\t(__NR_SYSCALL_BASE+358)\n", "dup3 (__NR_SYSCALL_BASE+358)")]
    [InlineData("include/uapi/asm-generic/unistd.h", "#define __NR_io_setup 0\n__SC_COMP(__NR_io_setup, sys_io_setup, compat_sys_io_setup)\n#define __NR3264_fcntl 25\n", "io_setup 0")]
    [InlineData("arch/x86/entry/syscalls/syscall_64.tbl", "# comment\n0\tcommon\tread\t\t\tsys_read\n174\t64\tcreate_module\n183\tcommon\tafs_syscall\t\tsys_ni_syscall\n", "create_module 174|read 0")]
    [InlineData("drivers/x/unistd_x.h", "#define __NR_exit 1\n", "")]
    [InlineData("tools/perf/arch/x86/entry/syscalls/syscall_64.tbl", "0\tcommon\tread\tsys_read\n", "")]
    public void System_calls(string path, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', InterfaceReader.Read(path, text).Where(f => f.Kind == InterfaceKind.SystemCall).Select(f => $"{f.Name} {f.Text}")));

    [Theory]
    [InlineData("include/linux/fs.h", "#define FITRIM _IOWR('X', 121, struct fstrim_range)", InterfaceKind.Ioctl, "FITRIM", "_IOWR('X', 121, struct fstrim_range)")]
    [InlineData("fs/f2fs/f2fs.h", "#define F2FS_IOC_START_ATOMIC_WRITE\t_IO(F2FS_IOCTL_MAGIC, 1)", InterfaceKind.Ioctl, "F2FS_IOC_START_ATOMIC_WRITE", "_IO(F2FS_IOCTL_MAGIC, 1)")]
    [InlineData("include/linux/sockios.h", "#define SIOCGSTAMPNS 0x8907 /* Get stamp */", InterfaceKind.Ioctl, "SIOCGSTAMPNS", "0x8907")]
    [InlineData("include/linux/prctl.h", "#define PR_SET_TIMERSLACK 29", InterfaceKind.Constant, "PR_SET_TIMERSLACK", "29")]
    [InlineData("include/asm-x86/mman.h", "#define MAP_STACK\t0x20000", InterfaceKind.Constant, "MAP_STACK", "0x20000")]
    [InlineData("arch/x86/include/uapi/asm/mman.h", "#define MAP_32BIT\t0x40", InterfaceKind.Constant, "MAP_32BIT", "0x40")]
    [InlineData("include/linux/perf_counter.h", "#ifdef __KERNEL__\n#define PERF_FEW 4\n#endif", InterfaceKind.Macro, "PERF_FEW", "4")]
    [InlineData("include/linux/prctl.h", "#ifdef __KERNEL__\n#else\n#define PR_A 1\n#endif", InterfaceKind.Constant, "PR_A", "1")]
    [InlineData("include/asm-x86/mman.h", "#ifdef __KERNEL__\n#define MAP_A 1\n#endif\n#define MAP_B 2", InterfaceKind.Constant, "MAP_B", "2")]
    [InlineData("include/linux/x.h", "#define MAP_STACK\t0x20000", InterfaceKind.Macro, "MAP_STACK", "0x20000")]
    [InlineData("include/linux/x.h", "#define max(x, y) ((x) > (y) ? (x) : (y))", InterfaceKind.Macro, "max", "(x, y)")]
    [InlineData("include/linux/nl80211.h", "enum nl80211_commands { NL80211_CMD_UNSPEC, NL80211_CMD_SCAN = 3, __NL80211_CMD_AFTER_LAST };", InterfaceKind.NetlinkAttribute, "NL80211_CMD_SCAN", "3")]
    public void Constants(string path, string source, InterfaceKind kind, string name, string text) =>
        Assert.Equal(new InterfaceFact(kind, name, text), Assert.Single(InterfaceReader.Read(path, source), f => f.Kind != InterfaceKind.Type));

    [Theory]
    [InlineData("extern int vfs_fsync(struct file *file, struct dentry *dentry, int datasync);", "vfs_fsync", "int vfs_fsync(struct file *, struct dentry *, int)")]
    [InlineData("static inline void *kzalloc(size_t size, gfp_t flags)\n{\n\treturn kmalloc(size, flags | __GFP_ZERO);\n}", "kzalloc", "void *kzalloc(size_t, gfp_t)")]
    [InlineData("int __must_check device_add(struct device *dev) __attribute__((nonnull));", "device_add", "int device_add(struct device *)")]
    [InlineData("void add_timer_on(struct timer_list *, int);", "add_timer_on", "void add_timer_on(struct timer_list *, int)")]
    [InlineData("extern int request_irq(unsigned int, irqreturn_t (*handler)(int, void *), unsigned long, const char *, void *);", "request_irq", "int request_irq(unsigned int, irqreturn_t (*)(int, void *), unsigned long, const char *, void *)")]
    [InlineData("DECLARE_PER_CPU(int, x);\nextern unsigned sum(unsigned a[], u8 b);", "sum", "unsigned sum(unsigned[], u8)")]
    [InlineData("#ifdef A\nextern \"C\" {\n#endif\nint f(void);\n#ifdef A\n}\n#endif", "f", "int f(void)")]
    public void Functions(string source, string name, string text) =>
        Assert.Equal(new InterfaceFact(InterfaceKind.Function, name, text), Assert.Single(InterfaceReader.Read("include/linux/x.h", source)));

    [Theory]
    [InlineData("#ifndef _LINUX_X_H\n#define _LINUX_X_H\n#endif")]
    [InlineData("extern int (*handler)(int);")]
    [InlineData("extern struct list_head list;")]
    [InlineData("EXPORT_THING(x);\nMODULE_LICENSE(\"GPL\");")]
    [InlineData("static const int x[] = { f(1), g(2) };")]
    public void Declarations_of_no_interest(string source) => Assert.Empty(InterfaceReader.Read("include/linux/x.h", source));

    [Fact]
    public void Types_and_their_operations()
    {
        const string Header = """
            struct net_device;
            struct net_device_ops {
            	int			(*ndo_open)(struct net_device *dev);
            	struct sk_buff *	(*ndo_get)(struct net_device *dev, int a), *next;
            	int flags;
            };
            typedef struct { int counter; } atomic_t;
            typedef int (filler_t)(void *, struct page *);
            typedef unsigned long pgoff_t;
            union thing { int a; struct { void (*done)(void); } inner; } __attribute__((packed));
            enum zone_type { ZONE_DMA, ZONE_NORMAL };
            """;
        Assert.Equal(
            [
                "Type atomic_t: typedef struct", "Type filler_t: typedef", "Type net_device_ops: struct", "Type pgoff_t: typedef", "Type thing: union", "Type zone_type: enum",
                "Operation net_device_ops.ndo_get: struct sk_buff *(*)(struct net_device *, int)", "Operation net_device_ops.ndo_open: int (*)(struct net_device *)", "Operation thing.done: void (*)(void)",
            ],
            InterfaceReader.Read("include/linux/x.h", Header).Select(f => $"{f.Kind} {f.Name}: {f.Text}"));
    }

    [Fact]
    public void Abi_documents()
    {
        const string Text = "What:\t\t/sys/bus/pci/rescan\nWhat:\t\t/sys/bus/pci/devices/.../remove\nDate:\t\tJanuary 2009\nContact:\tLinux PCI developers\nDescription:\n\t\tWriting a non-zero value\n\t\trescans the bus, e.g. of a dock. More.\n\n\t\tA second paragraph.\n\n"
            + "What:\t\t/sys/x/a\n\t\t/sys/x/b\nDescription:\tFor both\n";
        Assert.Equal(
            [
                "/sys/bus/pci/devices/.../remove: Writing a non-zero value rescans the bus, e.g. of a dock.", "/sys/bus/pci/rescan: Writing a non-zero value rescans the bus, e.g. of a dock.",
                "/sys/x/a: For both", "/sys/x/b: For both",
            ],
            InterfaceReader.Read("Documentation/ABI/testing/sysfs-bus-pci", Text).Select(f => $"{f.Name}: {f.Text}"));
        Assert.Empty(InterfaceReader.Read("Documentation/ABI/removed/x", Text));
    }

    [Fact]
    public void The_feature_removal_schedule()
    {
        const string Text = "The following is a list of files.\n\n---------------------------\n\nWhat:\tdev->power.power_state\nWhen:\tJuly 2007\nWhy:\tBroken design for runtime control over driver power states, confusing\n\tdriver-internal runtime power management. More.\nWho:\tPavel Machek\n\n---------------------------\n";
        Assert.Equal(
            new InterfaceFact(InterfaceKind.ScheduledRemoval, "dev->power.power_state", "July 2007: Broken design for runtime control over driver power states, confusing driver-internal runtime power management."),
            Assert.Single(InterfaceReader.Read("Documentation/feature-removal-schedule.txt", Text)));
    }

    [Theory]
    [InlineData("Documentation/filesystems/btrfs.txt", "\n\tBTRFS\n\t=====\n", InterfaceKind.Document, "")]
    [InlineData("Documentation/filesystems/nilfs2.txt", "NILFS2\n------\n\nNILFS2 is a file system.\n", InterfaceKind.Document, "NILFS2 is a file system.")]
    [InlineData("Documentation/core-api/xarray.rst", ".. SPDX-License-Identifier: GPL-2.0+\n\n======\nXArray\n======\n", InterfaceKind.DeveloperDocument, "XArray")]
    public void Documents_of_both_kinds(string path, string text, InterfaceKind kind, string title) =>
        Assert.Equal((kind, path, title), Assert.Single(InterfaceReader.Read(path, text)) is var fact ? (fact.Kind, fact.Name, title.Length == 0 ? "" : fact.Text) : default);

    [Theory]
    [InlineData("Documentation/ja_JP/HOWTO", "x")]
    [InlineData("Documentation/devicetree/bindings/x.txt", "x")]
    [InlineData("Documentation/filesystems/00-INDEX", "x")]
    [InlineData("Documentation/spi/spidev_test.c", "EXPORT_SYMBOL(x);")]
    [InlineData("scripts/x.c", "EXPORT_SYMBOL(x);")]
    [InlineData("tools/perf/util/top.c", "module_param(x, int, 0);")]
    public void Files_that_are_not_read(string path, string text) => Assert.Empty(InterfaceReader.Read(path, text));

    [Fact]
    public void Directories_tools_and_the_build_system()
    {
        Assert.Equal("net/rds", Assert.Single(InterfaceReader.Read("net/rds/Makefile", "obj-y += x.o\n"), f => f.Kind == InterfaceKind.Directory).Name);
        Assert.Equal("tools/perf", Assert.Single(InterfaceReader.Read("tools/perf/Makefile", ""), f => f.Kind == InterfaceKind.Tool).Name);
        Assert.Equal(
            new InterfaceFact(InterfaceKind.BuildTarget, "make tinyconfig", "Configure the tiniest possible kernel"),
            Assert.Single(InterfaceReader.Read("scripts/kconfig/Makefile", "help:\n\t@echo  '  tinyconfig\t  - Configure the tiniest possible kernel'\n")));
        Assert.Equal("checkpatch LONG_LINE", Assert.Single(InterfaceReader.Read("scripts/checkpatch.pl", "\t\t\tWARN(\"LONG_LINE\",\n")).Name);
    }

    /// <summary>Whatever stands in a file: words of the formats, brackets and quotes without partners, control characters.</summary>
    [Property(MaxTest = 300)]
    public void No_text_stops_the_readers(byte[] choices)
    {
        string[] words =
        [
            "EXPORT_SYMBOL", "module_param", "MODULE_PARM_DESC", "struct", "file_system_type", "match_table_t", "fsparam_u32", "__setup", "typedef", "enum", "extern", "#define", "#if 0", "#endif", "#else",
            "__NR_x", "_IO(", "MAP_A", "x", "0", "(", ")", "{", "}", "[", "]", ";", ",", "=", "*", "\"", "'", "/*", "*/", "//", "\\", "\n", "\t", "\0", "What:", "Description:", "\u00e4", " ", "##", "...",
        ];
        var text = string.Concat(choices.Select(c => words[c % words.Length]));
        foreach (var path in new[] { "fs/x/super.c", "include/linux/mman.h", "arch/x86/include/asm/unistd.h", "arch/x86/entry/syscalls/x.tbl", "Documentation/ABI/testing/x", "Documentation/kernel-parameters.txt", "Documentation/feature-removal-schedule.txt", "Documentation/x.txt", "Makefile", "scripts/checkpatch.pl" })
        {
            var facts = InterfaceReader.Read(path, text);
            Assert.Equal(facts.Order().Select(f => (f.Kind, f.Name)), facts.Select(f => (f.Kind, f.Name)).Distinct());
        }
    }

    [Theory]
    [InlineData("EXPORT_SYMBOL(")]
    [InlineData("EXPORT_SYMBOL((((\"'")]
    [InlineData("/*")]
    [InlineData("#if 0 ")]
    [InlineData("#define x \\\n EXPORT_SYMBOL ")]
    [InlineData("struct x { ")]
    [InlineData("enum {} ")]
    [InlineData("int f(")]
    [InlineData("struct file_system_type x = { .name = y, ")]
    [InlineData("struct file_system_type x = { .name = y };")]
    [InlineData("match_table_t t = { \"a\" ")]
    [InlineData("ctl_table a[] = { { .procname = \"x\", .child = b }, };")]
    [InlineData("ctl_table procname register_sysctl(\"a\", ctl_table a[] = {")]
    [InlineData("                     #")]
    public void Megabytes_without_an_end_take_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (2 << 20) / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        InterfaceReader.Read("fs/x/super.c", text);
        InterfaceReader.Read("include/linux/mman.h", text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{piece}: {watch.Elapsed}");
    }
}
