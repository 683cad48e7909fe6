using System.Collections.Concurrent;
using System.Threading.Channels;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Works on items with several workers and yields the results in the items' order, with bounded look-ahead.</summary>
internal static class OrderedParallel
{
    private const int UsualChunk = 128;

    /// <summary>Yields <paramref name="work"/> of each item. Each concurrent worker has a state of its own, made once and disposed at the end.</summary>
    /// <param name="items">The items.</param>
    /// <param name="newState">Makes the state of a worker.</param>
    /// <param name="work">The work on an item.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="chunkSize">Items that a worker takes at once; few where single ones are much work.</param>
    public static IEnumerable<TResult> Run<TItem, TState, TResult>(
        IReadOnlyList<TItem> items, Func<TState> newState, Func<TState, TItem, TResult> work, CancellationToken cancel, int chunkSize = UsualChunk)
        where TState : IDisposable
    {
        var workers = Math.Max(1, Environment.ProcessorCount);
        var states = new ConcurrentBag<TState>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var chunks = Channel.CreateBounded<Task<TResult[]>>(workers * 4);
        using var places = new SemaphoreSlim(workers);
        var producer = Task.Run(ProduceAsync, CancellationToken.None);
        try
        {
            while (chunks.Reader.WaitToReadAsync(cancel).AsTask().GetAwaiter().GetResult())
            {
                while (chunks.Reader.TryRead(out var chunk))
                {
                    foreach (var result in chunk.GetAwaiter().GetResult())
                        yield return result;
                }
            }
        }
        finally
        {
            stop.Cancel();
            producer.GetAwaiter().GetResult();
            while (chunks.Reader.TryRead(out var rest))
                rest.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).GetAwaiter().GetResult();
            foreach (var state in states)
                state.Dispose();
        }

        async Task ProduceAsync()
        {
            try
            {
                for (var start = 0; start < items.Count; start += chunkSize)
                {
                    await places.WaitAsync(stop.Token).ConfigureAwait(false);
                    var from = start;
                    await chunks.Writer.WriteAsync(Task.Run(() => WorkOn(from), CancellationToken.None), stop.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException)
            {
                // The consumer stopped early; what is under way is awaited there.
            }
            finally
            {
                chunks.Writer.Complete();
            }
        }

        TResult[] WorkOn(int start)
        {
            if (!states.TryTake(out var state))
                state = newState();
            try
            {
                var results = new TResult[Math.Min(chunkSize, items.Count - start)];
                for (var i = 0; i < results.Length; i++)
                {
                    stop.Token.ThrowIfCancellationRequested();
                    results[i] = work(state, items[start + i]);
                }
                return results;
            }
            finally
            {
                states.Add(state);
                places.Release();
            }
        }
    }
}
