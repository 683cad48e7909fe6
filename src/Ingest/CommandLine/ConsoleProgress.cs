using KernelTracker.Ingest.Pipeline;
using Spectre.Console;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>Shows progress on standard error: a bar on a terminal, plain lines otherwise.</summary>
internal static class ConsoleProgress
{
    /// <summary>Does the work while showing how far it is.</summary>
    public static T Show<T>(Func<IProgress<IngestProgress>, T> work)
    {
        if (Console.IsErrorRedirected)
            return work(new PlainProgress(Console.Error, TimeProvider.System));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(context => work(new BarProgress(context)));
    }

    private sealed class BarProgress(ProgressContext context) : IProgress<IngestProgress>
    {
        private ProgressTask? _task;
        private string? _stage;

        public void Report(IngestProgress value)
        {
            if (_stage != value.Stage)
            {
                _task?.StopTask();
                _task = context.AddTask(Markup.Escape(value.Stage));
                _stage = value.Stage;
            }
            _task!.IsIndeterminate = value.Total == 0;
            _task.MaxValue = Math.Max(1, value.Total);
            _task.Value = value.Done;
        }
    }
}

/// <summary>Writes a line when a stage begins, and every five seconds while it lasts.</summary>
internal sealed class PlainProgress(TextWriter writer, TimeProvider clock) : IProgress<IngestProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private string? _stage;
    private long _last;

    /// <inheritdoc />
    public void Report(IngestProgress value)
    {
        if (_stage == value.Stage && clock.GetElapsedTime(_last) < Interval)
            return;
        _stage = value.Stage;
        _last = clock.GetTimestamp();
        writer.WriteLine(value.Total > 0 ? $"{value.Stage}: {value.Done} of {value.Total}" : value.Stage);
    }
}
