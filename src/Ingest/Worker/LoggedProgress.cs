using KernelTracker.Ingest.Pipeline;
using Microsoft.Extensions.Logging;

namespace KernelTracker.Ingest.Worker;

/// <summary>Writes a line when a stage begins, and every ten seconds while it lasts.</summary>
internal sealed partial class LoggedProgress(ILogger logger, TimeProvider clock) : IProgress<IngestProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private string? _stage;
    private long _last;

    /// <inheritdoc />
    public void Report(IngestProgress value)
    {
        if (_stage == value.Stage && clock.GetElapsedTime(_last) < Interval)
            return;
        _stage = value.Stage;
        _last = clock.GetTimestamp();
        if (value.Total > 0)
            LogCounted(value.Stage, value.Done, value.Total);
        else
            LogStage(value.Stage);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Stage}: {Done} of {Total}")]
    private partial void LogCounted(string stage, int done, int total);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Stage}")]
    private partial void LogStage(string stage);
}
