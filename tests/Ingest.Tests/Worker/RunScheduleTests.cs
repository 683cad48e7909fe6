using KernelTracker.Ingest.Worker;
using Xunit;

namespace KernelTracker.Ingest.Tests.Worker;

public class RunScheduleTests
{
    private static readonly DateTimeOffset Now = new(2014, 10, 8, 14, 2, 30, TimeSpan.Zero);

    [Fact]
    public void A_good_run_is_followed_by_the_next_moment_of_the_schedule() =>
        Assert.Equal(new DateTimeOffset(2014, 10, 8, 14, 10, 0, TimeSpan.Zero), RunSchedule.Next("*/10 * * * *", Now, 0));

    [Theory]
    [InlineData(1, 14, 10)]
    [InlineData(4, 14, 20)]
    [InlineData(6, 14, 40)]
    public void Failures_push_the_next_run_out(int failures, int hour, int minute) =>
        Assert.Equal(new DateTimeOffset(2014, 10, 8, hour, minute, 0, TimeSpan.Zero), RunSchedule.Next("*/10 * * * *", Now, failures));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 360)]
    [InlineData(1000, 360)]
    public void The_pause_doubles_up_to_six_hours(int failures, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), RunSchedule.BackOff(failures));

    [Fact]
    public void A_schedule_may_never_come_again() => Assert.Null(RunSchedule.Next("0 0 30 2 *", Now, 0));
}
