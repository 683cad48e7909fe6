using KernelTracker.Data.Model;

namespace KernelTracker.Tests.Support;

/// <summary>
/// People of a history small enough to count by hand. In v3.17: Ben wrote two changesets (for two employers),
/// Ada one, Cyd one after -rc1; Ben and Cyd are new.
/// </summary>
public static class PeopleHistory
{
    /// <summary>A name that a spreadsheet would take for a formula, and HTML for markup.</summary>
    public const string Hostile = "=Cyd <b>Three</b>";

    public static TrackerDataBuilder Create() => new TrackerDataBuilder()
        .At("2014-08-03T15:25:02-07:00")
        .Direct("sched: first", "Ada One")
        .Direct("Linux 3.16", "Linus Chain", Area.BuildSystem)
        .Tag("v3.16")
        .At("2014-08-05T10:00:00-07:00")
        .Pull("gregkh/usb", "USB patches",
            new ChangesetSpec("usb: a", "Ben Two", Area.DeviceDrivers, "USB")
            {
                Employer = "Acme",
                Lines = (10, 2),
                Trailers =
                [
                    ("Reviewed-by", "Ada One <p1@example.org>"), ("Reviewed-by", "Ben Two <p3@example.org>"),
                    ("Signed-off-by", "Ben Two <p3@example.org>"), ("Signed-off-by", "Linus Chain <p2@example.org>"),
                ],
            },
            new ChangesetSpec("usb: b", "Ben Two", Area.DeviceDrivers, "USB")
            {
                Employer = "Birch & Co.",
                Lines = (1, 20),
                Trailers =
                [
                    ("Reported-and-tested-by", "Ada One <p1@example.org>"), ("Tested-by", "Ada One <p1@example.org>"),
                    ("Signed-off-by", "Linus Chain <p2@example.org>"), ("Cc", "Ada One <p1@example.org>"),
                ],
            },
            new ChangesetSpec("usb: c", "Ada One", Area.DeviceDrivers) { Trailers = [("Acked-by", "Ben Two <p3@example.org>")] })
        .Tag("v3.17-rc1")
        .At("2014-08-20T10:00:00-07:00")
        .Pull("davem/net", "Networking fixes", new ChangesetSpec("net: d", Hostile, Area.Networking) { Lines = (3, 3), Subsystem = "NETWORKING" })
        .Tag("v3.17")
        .At("2014-10-07T10:00:00-04:00")
        .Pull("gregkh/usb", "More USB patches", new ChangesetSpec("usb: e", "Ben Two", Area.DeviceDrivers, "USB") { Employer = "Birch & Co.", Lines = null });
}
