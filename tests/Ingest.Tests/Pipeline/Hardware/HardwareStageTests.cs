using KernelTracker.Data.Model;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline.Hardware;

public sealed class HardwareStageTests
{
    private const string Kconfig = "drivers/rtc/Kconfig";
    private const string Makefile = "drivers/rtc/Makefile";

    private static string Entry(string symbol, string prompt, string help = "Say yes.") =>
        $"config {symbol}\n\ttristate \"{prompt}\"\n\tdepends on I2C\n\thelp\n\t  {help}\n\n";

    private static string Driver(string description, params string[] i2c) =>
        $"/* {description} */\nstatic const struct i2c_device_id ids[] = {{\n{string.Concat(i2c.Select(i => $"\t{{ \"{i}\", 0 }},\n"))}\t{{ }}\n}};\nMODULE_DEVICE_TABLE(i2c, ids);\nMODULE_DESCRIPTION(\"{description}\");\n";

    private static TestHistory Base() => TestHistory.Create()
        .Commit("Linux 2.6.12", c => c
            .File("Kconfig", "source \"drivers/rtc/Kconfig\"\n")
            .File(Kconfig, Entry("RTC_DRV_DS1307", "Dallas/Maxim DS1307"))
            .File(Makefile, "obj-$(CONFIG_RTC_DRV_DS1307) += rtc-ds1307.o\n")
            .File("drivers/rtc/rtc-ds1307.c", Driver("RTC driver for DS1307", "ds1307")))
        .Tag("v2.6.12");

    private static TestHistory AddRx8025(TestHistory history) => history
        .Commit("rtc: add a driver for the Epson RX-8025", c => c
            .File(Kconfig, Entry("RTC_DRV_DS1307", "Dallas/Maxim DS1307") + Entry("RTC_DRV_RX8025", "Epson RX-8025SA/NB"))
            .File(Makefile, "obj-$(CONFIG_RTC_DRV_DS1307) += rtc-ds1307.o\nobj-$(CONFIG_RTC_DRV_RX8025) += rtc-rx8025.o\n")
            .File("drivers/rtc/rtc-rx8025.c", Driver("RX-8025 SA/NB RTC driver", "rx8025")));

    [Fact]
    public void A_new_driver_is_one_record_with_all_its_evidence()
    {
        using var history = AddRx8025(Base()).Tag("v2.6.13");
        using var data = new IngestedHistory();
        data.Ingest(history.Path);
        using var context = data.Open();
        var record = Assert.Single(context.HardwareAdditions);
        Assert.Equal("v2.6.13-rtc-rx8025", record.Key);
        Assert.Equal((HardwareCategory.RealTimeClocks, "RTC_DRV_RX8025", "rtc-rx8025", "drivers/rtc/rtc-rx8025.c"), (record.Category, record.Symbol, record.Module, record.Driver));
        Assert.StartsWith("Epson RX-8025SA", record.Name, StringComparison.Ordinal);
        Assert.EndsWith("real-time clocks", record.Name, StringComparison.Ordinal);
        Assert.Equal("rtc: add a driver for the Epson RX-8025", context.Commits.Single(c => c.Id == record.CommitId).Subject);
        Assert.Equal("rx8025", Assert.Single(context.DeviceIds, i => i.AdditionId == record.Id).Name);
        Assert.Equal(2, context.HardwareReadings.Count());
    }

    [Fact]
    public void The_first_release_adds_nothing_and_its_ids_are_older()
    {
        using var history = Base();
        using var data = new IngestedHistory();
        data.Ingest(history.Path);
        using var context = data.Open();
        Assert.Empty(context.HardwareAdditions);
        Assert.True(Assert.Single(context.DeviceIds).IsInitial);
    }

    [Fact]
    public void A_driver_that_came_and_went_is_marked_withdrawn()
    {
        using var history = AddRx8025(Base())
            .Commit("Revert \"rtc: add a driver for the Epson RX-8025\"", c => c
                .File(Kconfig, Entry("RTC_DRV_DS1307", "Dallas/Maxim DS1307"))
                .File(Makefile, "obj-$(CONFIG_RTC_DRV_DS1307) += rtc-ds1307.o\n")
                .Delete("drivers/rtc/rtc-rx8025.c"))
            .Tag("v2.6.13");
        using var data = new IngestedHistory();
        data.Ingest(history.Path);
        using var context = data.Open();
        var record = Assert.Single(context.HardwareAdditions);
        Assert.True(record.IsWithdrawn);
        Assert.StartsWith("Revert", context.Commits.Single(c => c.Id == record.RemovalCommitId).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_driver_that_moves_is_no_addition_and_its_record_follows()
    {
        using var history = AddRx8025(Base()).Tag("v2.6.13")
            .Commit("rtc: move the rx8025 driver", c => c.Rename("drivers/rtc/rtc-rx8025.c", "drivers/rtc/epson/rtc-rx8025.c")
                .File(Makefile, "obj-$(CONFIG_RTC_DRV_DS1307) += rtc-ds1307.o\nobj-$(CONFIG_RTC_DRV_RX8025) += epson/rtc-rx8025.o\n"))
            .Tag("v2.6.14")
            .Commit("rtc: remove the rx8025 driver", c => c.Delete("drivers/rtc/epson/rtc-rx8025.c")
                .File(Makefile, "obj-$(CONFIG_RTC_DRV_DS1307) += rtc-ds1307.o\n").File(Kconfig, Entry("RTC_DRV_DS1307", "Dallas/Maxim DS1307")))
            .Tag("v2.6.15");
        using var data = new IngestedHistory();
        data.Ingest(history.Path);
        using var context = data.Open();
        var record = Assert.Single(context.HardwareAdditions);
        Assert.Equal("v2.6.15", context.Releases.Single(r => r.Id == record.RemovedReleaseId).Version);
        Assert.Equal(2, context.HardwareFiles.Count());
    }

    [Fact]
    public void Leaving_staging_is_noted_on_the_record()
    {
        using var history = Base()
            .Commit("Staging: add the epl10 driver", c => c
                .File("drivers/staging/epl10/Kconfig", Entry("EPL10", "Acme EPL10 PCI card"))
                .File("drivers/staging/epl10/Makefile", "obj-$(CONFIG_EPL10) += epl10.o\n")
                .File("drivers/staging/epl10/epl10.c", Driver("Acme EPL10 driver", "epl10")))
            .Tag("v2.6.13")
            .Commit("net: move epl10 out of staging", c => c
                .Rename("drivers/staging/epl10/epl10.c", "drivers/net/epl10.c")
                .Rename("drivers/staging/epl10/Kconfig", "drivers/net/Kconfig")
                .Rename("drivers/staging/epl10/Makefile", "drivers/net/Makefile"))
            .Tag("v2.6.14");
        using var data = new IngestedHistory();
        data.Ingest(history.Path);
        using var context = data.Open();
        var record = Assert.Single(context.HardwareAdditions);
        Assert.Equal(HardwareCategory.Staging, record.Category);
        Assert.Equal("v2.6.14", context.Releases.Single(r => r.Id == record.GraduatedReleaseId).Version);
        Assert.Null(record.RemovedReleaseId);
        Assert.Contains(context.HardwareChangesets, c => c.Role == EvidenceRole.Graduation);
    }

    [Fact]
    public void Whatever_the_order_of_passes_the_data_is_that_of_a_fresh_ingest()
    {
        using var data = new IngestedHistory();
        using var history = AddRx8025(Base());
        data.Ingest(history.Path);
        history.Commit("rtc: rx8025: learn the RX-8035", c => c.File("drivers/rtc/rtc-rx8025.c", Driver("RX-8025 SA/NB RTC driver", "rx8025", "rx8035")));
        data.Ingest(history.Path);
        history.Tag("v2.6.13").Commit("rtc: remove rx8025", c => c.Delete("drivers/rtc/rtc-rx8025.c").File(Makefile, "obj-$(CONFIG_RTC_DRV_DS1307) += rtc-ds1307.o\n").File(Kconfig, Entry("RTC_DRV_DS1307", "Dallas/Maxim DS1307")));
        data.Ingest(history.Path);
        Assert.Equal(IngestedHistory.Fresh(history.Path), data.Meaning());
        Assert.Equal(RunOutcome.NothingNew, data.Ingest(history.Path).Outcome);
    }
}
