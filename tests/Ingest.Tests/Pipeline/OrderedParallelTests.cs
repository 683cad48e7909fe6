using KernelTracker.Ingest.Pipeline;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public class OrderedParallelTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_items()
    {
        var items = Enumerable.Range(0, 5000).ToList();

        Assert.Equal(items.Select(i => i * 2), OrderedParallel.Run(items, () => new State(), (_, i) => i * 2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_failure_reaches_the_caller_and_all_states_are_disposed()
    {
        var states = new System.Collections.Concurrent.ConcurrentBag<State>();
        State New()
        {
            var state = new State();
            states.Add(state);
            return state;
        }

        var run = OrderedParallel.Run([.. Enumerable.Range(0, 5000)], New, (_, i) => i == 1234 ? throw new InvalidOperationException("no") : i, TestContext.Current.CancellationToken);

        Assert.Throws<InvalidOperationException>(() => run.Count());
        Assert.All(states, s => Assert.True(s.IsDisposed));
    }

    [Fact]
    public void Stopping_early_leaves_nothing_running()
    {
        var states = new System.Collections.Concurrent.ConcurrentBag<State>();

        var first = OrderedParallel.Run([.. Enumerable.Range(0, 50_000)], () => { var s = new State(); states.Add(s); return s; }, (_, i) => i, TestContext.Current.CancellationToken).Take(10).ToList();

        Assert.Equal(Enumerable.Range(0, 10), first);
        Assert.All(states, s => Assert.True(s.IsDisposed));
    }

    private sealed class State : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
