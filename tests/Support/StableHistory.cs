using KernelTracker.Data.Model;

namespace KernelTracker.Tests.Support;

/// <summary>
/// A small mainline with the series 3.16 (on it), 3.14 (older than it, counted from its second update held) and 3.10 (ended),
/// an update in review, and two vulnerabilities.
/// </summary>
public static class StableHistory
{
    /// <summary>An id that no tree holds.</summary>
    public const string Unheld = "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";

    public static TrackerDataBuilder Create() => new TrackerDataBuilder()
        .At("2014-08-03T15:25:02-07:00")
        .Direct("mm: leak a page", "Ada One", Area.MemoryManagement)
        .Direct("Linux 3.16", "Linus Chain", Area.BuildSystem)
        .Tag("v3.16")
        .At("2014-08-06T10:00:00-07:00")
        .Pull("davem/net", "Networking", new ChangesetSpec("net: new feature", "Dan Four", Area.Networking), new ChangesetSpec("net: fix the new feature", "Dan Four", Area.Networking))
        .Pull("gregkh/usb", "USB fixes", new("mm: free the page", "Ada One", Area.MemoryManagement), new("usb: add a modem", "Ben Two", Area.DeviceDrivers, "USB"), new("iio: scale twice", "Ben Two", Area.DeviceDrivers, "IIO"))
        .At("2014-08-16T10:00:00-07:00")
        .Direct("Linux 3.17-rc1", "Linus Chain", Area.BuildSystem)
        .Tag("v3.17-rc1")
        .At("2014-08-20T10:00:00-07:00")
        .Pull("gregkh/usb", "IIO fixes", new ChangesetSpec("iio: scale once", "Ben Two", Area.DeviceDrivers, "IIO"), new ChangesetSpec("Revert \"usb: add a modem\"", "Ben Two", Area.DeviceDrivers, "USB"))
        .Direct("Linux 3.17", "Linus Chain", Area.BuildSystem)
        .Tag("v3.17")
        .Series(new("3.16")
        {
            EndOfLife = "2020-06-11",
            Support = SeriesSupport.Longterm,
            Updates =
            [
                new(1, "2014-08-13T18:44:00-07:00",
                [
                    new("mm: free the page", "mm: free the page") { Area = Area.MemoryManagement, Author = "Ada One", Reasons = StableReasons.CcStable | StableReasons.Fixes },
                    new("usb: add a modem", "usb: add a modem") { Part = "USB", Reasons = StableReasons.CcStable, Ids = [(DeviceBus.Usb, "1234:5678", "drivers/usb/serial/option.c")] },
                ]),
                new(2, "2014-09-05T16:36:00-07:00",
                [
                    new("iio: scale twice", "iio: scale twice") { Part = "IIO" },
                    new("net: local to stable") { Area = Area.Networking, Author = "Dan Four", Statement = UpstreamStatement.NoUpstream },
                    new("net: from elsewhere", Unheld) { Area = Area.Networking, Author = "Dan Four" },
                ]),
                new(3, "2014-09-17T09:04:00-07:00", [new("iio: scale once", "iio: scale once") { Part = "IIO", Reasons = StableReasons.Fixes }]),
            ],
        })
        .Series(new("3.14")
        {
            Updates =
            [
                new(19, "2014-09-17T09:22:00-07:00", null),
                new(20, "2014-10-05T14:42:00-07:00",
                [
                    new("mm: free the page", "mm: free the page") { Area = Area.MemoryManagement, Author = "Ada One", Reasons = StableReasons.CcStable | StableReasons.Fixes },
                    new("net: from elsewhere", Unheld[..12]) { Area = Area.Networking, Author = "Dan Four" },
                ]),
            ],
        })
        .Series(new("3.10") { State = SeriesState.Ended, EndOfLife = "2014-10-01", Updates = [new(56, "2014-09-01T12:00:00Z", null)] })
        .Repair("mm: free the page", RepairKind.Fixes, "mm: leak a page")
        .Repair("net: fix the new feature", RepairKind.Fixes, "net: new feature")
        .Repair("iio: scale once", RepairKind.Fixes, "iio: scale twice")
        .Repair("Revert \"usb: add a modem\"", RepairKind.Reverts, "usb: add a modem")
        .Review(new("3.16", 4, 1, ReviewSource.Branch, "2014-10-07T16:27:00-07:00", "2014-10-09T17:00:00Z",
        [
            new("Revert \"usb: add a modem\"", "Revert \"usb: add a modem\""),
            new("not-there.patch") { Author = "" },
        ]))
        .Vulnerability(new("CVE-2014-1111", "mm: free the page", [("3.16", 1), ("3.14", 20), ("3.10", null)])
        {
            Fixes = [("mm: free the page", "3.16.1"), ("mm: free the page", "3.17")],
        })
        .Vulnerability(new("CVE-2013-0042", "older than <b>all</b>", [("3.16", null)]));
}
