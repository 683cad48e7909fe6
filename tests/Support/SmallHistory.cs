using KernelTracker.Data.Model;

namespace KernelTracker.Tests.Support;

/// <summary>
/// A history small enough to count by hand: v3.16 (2 changesets), v3.17 (7 changesets, 9 commits, 2 of them pulls; window 5 of 6),
/// and an open v3.18 window (4 changesets, 6 commits).
/// </summary>
public static class SmallHistory
{
    /// <summary>A subject that tries to be markup.</summary>
    public const string HostileSubject = "<script>alert(1)</script> & \"quotes\" 'too'";

    public static TrackerDataBuilder Create() => new TrackerDataBuilder()
        .At("2014-08-03T15:25:02-07:00")
        .Direct("sched: first", "Ada One")
        .Direct("Linux 3.16", "Linus Chain", Area.BuildSystem)
        .Tag("v3.16")
        .At("2014-08-05T10:00:00-07:00")
        .Pull("gregkh/usb", "USB patches for 3.17-rc1", "Here is the big USB pull.\n\n - new drivers",
        [
            new("usb: a", "Ben Two", Area.DeviceDrivers, "USB") { Subsystem = "USB SUBSYSTEM" },
            new("usb: b", "Ben Two", Area.DeviceDrivers, "USB") { Subsystem = "USB SUBSYSTEM" },
            new(HostileSubject, "Eve <b>Three</b>", Area.DeviceDrivers, "Staging"),
        ])
        .At("2014-08-06T23:30:00-07:00")
        .Direct("mm: c", "Ada One", Area.MemoryManagement)
        .At("2014-08-16T10:00:00-07:00")
        .Direct("Linux 3.17-rc1", "Linus Chain", Area.BuildSystem)
        .Tag("v3.17-rc1")
        .At("2014-08-20T10:00:00-07:00")
        .Pull("davem/net", "Networking fixes", new ChangesetSpec("net: d", "Dan Four", Area.Networking) { Origin = "linville/wireless" })
        .At("2014-10-05T12:23:04-07:00")
        .Direct("Linux 3.17", "Linus Chain", Area.BuildSystem)
        .Tag("v3.17")
        .At("2014-10-07T10:00:00-04:00")
        .Pull("gregkh/staging", "Staging patches for 3.18-rc1",
            new ChangesetSpec("staging: e", "Ben Two", Area.DeviceDrivers, "Staging"),
            new ChangesetSpec("staging: f", "Fay Five", Area.DeviceDrivers, "Staging"))
        .At("2014-10-08T10:00:00-04:00")
        .Pull("broonie/regulator", "Regulator updates",
            new ChangesetSpec("regulator: g", "Gus Six", Area.DeviceDrivers, "Regulators"),
            new ChangesetSpec("regulator: h", "Gus Six", Area.DeviceDrivers, "Regulators") { Lines = null });
}
