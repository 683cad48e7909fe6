using KernelTracker.Ingest.Pipeline.Hardware;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline.Hardware;

public class OlderSupportTests
{
    [Theory]
    [InlineData("#define EM2880_BOARD_HAUPPAUGE_WINTV_HVR_950 12", "HVR950", true)]
    [InlineData(".name = \"Hauppauge WinTV HVR-950\",", "HVR950", true)]
    [InlineData(".name = \"Hauppauge WinTV HVR-950Q\",", "HVR950", false)]
    [InlineData(".name = \"Hauppauge WinTV XHVR-950\",", "HVR950", false)]
    [InlineData("case 77001: /* WinTV-HVR1500, retail */", "HVR1500", false)]
    [InlineData("/* tables */ BOARD_HVR1500,", "HVR1500", true)]
    [InlineData("HVR--950", "HVR950", false)]
    [InlineData("", "HVR950", false)]
    public void A_table_holds_a_board(string source, string model, bool holds) => Assert.Equal(holds, OlderSupport.Holds(source, model));

    [Theory]
    [InlineData("We will finalize this after some driver core changes, for now\nwe leave this unsupported.", true)]
    [InlineData("Tuner parameters taken from flexcop driver.", true)]
    [InlineData("No datasheet, data take from code in flexcop driver.", true)]
    [InlineData("Tuner parameters determined from code in\nthe flexcop driver.", true)]
    [InlineData("Taken from Realtek's 8.007.00 r8168 driver.", false)]
    [InlineData("Unsupported features are masked out by the driver.", false)]
    public void A_message_tells_that_a_device_is_no_news(string body, bool isNoNews) => Assert.Equal(isNoNews, OlderSupport.IsNoNews(body));
}
