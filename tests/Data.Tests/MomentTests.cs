using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using Xunit;

namespace KernelTracker.Data.Tests;

public class MomentTests
{
    [Theory]
    [InlineData("2008-10-15T17:23:30Z", "2008-10-15T17:23:30Z")]
    [InlineData("2008-10-15T10:23:30-07:00", "2008-10-15T17:23:30Z")]
    [InlineData("2014-10-08 14:02 UTC", "2014-10-08T14:02:00Z")]
    [InlineData("2014-10-08 14:02", "2014-10-08T14:02:00Z")]
    [InlineData("2014-10-08T14:02", "2014-10-08T14:02:00Z")]
    [InlineData(" 2014-10-08 14:02:09 +0200 ", "2014-10-08T12:02:09Z")]
    [InlineData("2014-10-08 14:02:09 +02:00", "2014-10-08T12:02:09Z")]
    [InlineData("2014-10-08T14:02:09 02:00", "2014-10-08T12:02:09Z")]
    [InlineData("2014-10-08", "2014-10-08")]
    [InlineData("v2.6.31-rc1", "v2.6.31-rc1")]
    [InlineData("3.18", "v3.18")]
    [InlineData("04ab591", "04ab591")]
    [InlineData("04AB59180856", "04ab59180856")]
    [InlineData("20141008", "20141008")]
    [InlineData("2014-13-08", null)]
    [InlineData("2014-10-08 25:00", null)]
    [InlineData("04ab59", null)]
    [InlineData("yesterday", null)]
    [InlineData("'; DROP TABLE Commits", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Reads_what_people_write(string? text, string? canonical)
    {
        var read = Moment.TryParse(text, out var moment);

        Assert.Equal(canonical is not null, read);
        Assert.Equal(canonical, moment?.ToString());
    }

    [Fact]
    public void A_day_means_its_end()
    {
        Assert.True(Moment.TryParse("2014-10-08", out var moment));

        Assert.Equal(new DateTimeOffset(2014, 10, 8, 23, 59, 59, TimeSpan.Zero), moment.Time);
    }

    [Property]
    public void What_it_prints_it_reads(uint seconds, byte kind)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var moment = (kind % 3) switch
        {
            0 => Moment.Of(time),
            1 => Moment.EndOf(DateOnly.FromDateTime(time.UtcDateTime)),
            _ => Moment.Of(new KernelVersion(3, (int)(seconds % 20), 0, (int)(seconds % 9) + 1)),
        };

        Assert.True(Moment.TryParse(moment.ToString(), out var back));
        Assert.Equal(moment, back);
    }

    [Property]
    public void Reads_any_text_or_refuses_it(string text) =>
        Assert.Equal(Moment.TryParse(text, out var moment), moment is not null);
}
