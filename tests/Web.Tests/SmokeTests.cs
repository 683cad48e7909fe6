namespace KernelTracker.Web.Tests;

public class SmokeTests
{
    [Xunit.Fact]
    public void Placeholder_until_the_first_real_test() => Xunit.Assert.Equal("v2.6.30", Data.Model.KernelVersion.TryParse("2.6.30", out var version) ? version.ToString() : null);
}
