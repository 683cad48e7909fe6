using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using KernelTracker.Ingest.Kernel.Sources;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// Keeps the history of the device ids in the drivers' tables, by spans of releases, and tells what a release brought.
/// A source is read when it changed itself; that a header alone gave a constant another value is not noticed.
/// </summary>
/// <param name="context">The database.</param>
/// <param name="repository">Where the trees are read.</param>
/// <param name="interning">Numbers paths; the caller writes <see cref="Interning.NewPaths"/> in the same transaction.</param>
/// <param name="events">Told of files that cannot be read.</param>
internal sealed class DeviceIdStage(TrackerContext context, GitRepository repository, Interning interning, TreeEvents events) : IDisposable
{
    // A file is read in under a millisecond; the versions of one are traced in up to a second.
    private const int ReadAtOnce = 32;
    private const int TracedAtOnce = 2;

    private readonly HeaderCache _headers = new();
    private DeviceIdSpans? _spans;
    private SourceFileReader? _reader;
    private ObjectId _tip;
    private FileReading? _reading;
    private Dictionary<string, SourceFacts> _newFiles = [];

    /// <summary>Takes back everything that releases from this one on brought, so that they can be applied again.</summary>
    public void ForgetFrom(int releaseId)
    {
        context.DeviceIds.Where(d => d.AddedReleaseId >= releaseId).ExecuteDelete();
        context.DeviceIds.Where(d => d.RemovedReleaseId >= releaseId).ExecuteUpdate(s => s.SetProperty(d => d.RemovedReleaseId, (int?)null));
        _spans = null;
    }

    /// <summary>Begins to read the files of a release while other work goes on: that needs no database.</summary>
    public void Begin(ReleaseStep step, CancellationToken cancel)
    {
        if (_reading?.Step != step)
            _reading = new FileReading(step, Task.Run(() => ReadFiles(step, cancel), CancellationToken.None));
    }

    /// <summary>
    /// Works out what a release did; the releases before it are written already, this one and later ones are not.
    /// <see cref="Write"/> must follow before the next step.
    /// </summary>
    public SourceChanges Apply(ReleaseStep step, CancellationToken cancel)
    {
        _spans ??= DeviceIdSpans.Load(context);
        _tip = step.TipTree;
        Begin(step, cancel);
        var files = _reading!.Files.GetAwaiter().GetResult();
        _reading = null;
        Report(step, files);
        // The last files read are still at hand, the headers of the next may be others.
        _headers.Trim();
        _newFiles = files.Where(f => f.All is not null).ToDictionary(f => f.Path, f => f.All!);
        var removed = new List<DeviceId>();
        var pending = new List<PendingFile>();
        foreach (var file in files)
        {
            if (file.Tip is null)
                continue;
            var pathId = interning.Path(file.Path);
            var before = _spans.Of(pathId).ToDictionary(r => (r.Bus, r.Text));
            var ids = new List<DeviceId>();
            foreach (var fact in file.Tip.Ids)
            {
                if (!before.Remove((fact.Match.Bus, fact.Match.Text)))
                    ids.Add(Row(step, pathId, fact));
            }
            removed.AddRange(before.Values);
            if (ids.Count > 0)
                pending.Add(new PendingFile(file.Path, ids, []));
        }
        if (!step.IsInitial)
            AddMachines(files, pending);
        var result = Attribute(step, pending, cancel);
        _spans.Change(pending.SelectMany(p => p.Ids), removed, step.ReleaseId);
        return result;
    }

    /// <summary>What a file says at the tip of the step last applied; nothing when there is no such file.</summary>
    public SourceFacts FactsOf(string path) => _newFiles.GetValueOrDefault(path) ?? (_reader ??= new SourceFileReader(repository, _headers)).All(_tip, path);

    /// <summary>Writes what <see cref="Apply"/> worked out, in the caller's transaction.</summary>
    public void Write() => _spans?.Write(context);

    /// <inheritdoc />
    public void Dispose()
    {
        // Whatever it comes to: what ended the stage is told already.
        _reading?.Files.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).GetAwaiter().GetResult();
        _reader?.Dispose();
    }

    private static DeviceId Row(ReleaseStep step, int pathId, DeviceIdFact fact) => new()
    {
        Bus = fact.Match.Bus,
        Vendor = fact.Match.Vendor,
        Device = fact.Match.Device,
        SubVendor = fact.Match.SubVendor,
        SubDevice = fact.Match.SubDevice,
        Class = fact.Match.Class,
        ClassMask = fact.Match.ClassMask,
        IsInterfaceClass = fact.Match.IsInterfaceClass,
        Name = fact.Match.Name,
        Text = fact.Match.Text,
        Label = fact.Label ?? fact.Constants,
        PathId = pathId,
        AddedReleaseId = step.ReleaseId,
        IsInitial = step.IsInitial,
    };

    private List<ChangedFile> ReadFiles(ReleaseStep step, CancellationToken cancel)
    {
        var candidates = step.Changes.Where(c => SourceFormats.Of(c.Path) != SourceFormat.None).ToList();
        return [.. OrderedParallel.Run(candidates, () => new SourceFileReader(repository, _headers), (r, c) => Read(r, step, c), cancel, ReadAtOnce)];
    }

    private void Report(ReleaseStep step, List<ChangedFile> files)
    {
        var problems = files.Where(f => f.Problem is not null).Select(f => $"{f.Path}: {f.Problem}").ToList();
        if (problems.Count > 0)
        {
            var others = problems.Count == 1 ? "" : $" So it is with {problems.Count - 1} more of its files.";
            events.Add("file not searched", $"{step.Version}: {problems[0]}{others}");
        }
    }

    private static ChangedFile Read(SourceFileReader reader, ReleaseStep step, RawChange change)
    {
        string? problem = null;
        SourceFacts? all = null;
        // Records are made of all that new sources say.
        var isNew = !step.IsInitial && change.Kind == ChangeKind.Added && change.Path.EndsWith(".c", StringComparison.Ordinal);
        var tip = !IsFile(change.NewMode) ? SourceFacts.None
            : isNew ? reader.Tables(step.TipTree, change.Path, change.NewId, out all, out problem)
            : reader.Tables(step.TipTree, change.Path, change.NewId, out problem);
        // Machines are not kept by spans: what the release before had is read from it.
        var hadMachines = step.BaseTree is not null && change.Path.StartsWith("arch/", StringComparison.Ordinal) && IsFile(change.OldMode);
        var before = hadMachines ? reader.Tables(step.BaseTree!.Value, change.Path, change.OldId, out _) : null;
        return new ChangedFile(change.Path, tip, before?.Machines ?? [], all, problem);
    }

    private static bool IsFile(int mode) => (mode & 0xf000) == 0x8000;

    private static void AddMachines(List<ChangedFile> files, List<PendingFile> pending)
    {
        var keys = files.SelectMany(f => f.OldMachines).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        var names = files.SelectMany(f => f.OldMachines).Select(m => m.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var byPath = pending.ToDictionary(p => p.Path);
        foreach (var file in files)
        {
            var machines = (file.Tip?.Machines ?? []).Where(m => !keys.Contains(m.Key) && !names.Contains(m.Name)).ToList();
            if (machines.Count == 0)
                continue;
            if (!byPath.TryGetValue(file.Path, out var place))
                pending.Add(place = new PendingFile(file.Path, [], []));
            place.Machines.AddRange(machines);
        }
    }

    private SourceChanges Attribute(ReleaseStep step, List<PendingFile> pending, CancellationToken cancel)
    {
        var ids = new List<IdAddition>();
        var machines = new List<MachineAddition>();
        if (step.IsInitial)
            return new SourceChanges(ids, machines);
        pending.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        var origins = OrderedParallel.Run(pending, () => new SourceFileReader(repository, _headers), (r, p) => FactOrigins.Find(r, step.Touched, p.Path, p.Keys), cancel, TracedAtOnce);
        foreach (var (file, found) in pending.Zip(origins))
        {
            foreach (var row in file.Ids)
            {
                var changeset = found.GetValueOrDefault(FactOrigins.Key(row.Bus, row.Text));
                row.CommitId = changeset?.Id;
                if (!_spans!.Has(row.Bus, row.Text))
                    ids.Add(new IdAddition(row, file.Path, changeset));
            }
            foreach (var machine in file.Machines)
                machines.Add(new MachineAddition(machine, file.Path, found.GetValueOrDefault(FactOrigins.Key(machine))));
        }
        return new SourceChanges(ids, machines);
    }

    /// <summary>A file that differs, or is gone.</summary>
    /// <param name="Path">Its path.</param>
    /// <param name="Tip">What it says now; null when it cannot be read: then it keeps what it had.</param>
    /// <param name="OldMachines">The machines it defined in the release before.</param>
    /// <param name="All">All that a new source says; null for others.</param>
    /// <param name="Problem">Why it cannot be read; null when it can.</param>
    private sealed record ChangedFile(string Path, SourceFacts? Tip, IReadOnlyList<MachineFact> OldMachines, SourceFacts? All, string? Problem);

    /// <summary>The files of a release as they are being read.</summary>
    private sealed record FileReading(ReleaseStep Step, Task<List<ChangedFile>> Files);

    /// <summary>What a file has that it had not in the release before.</summary>
    private sealed record PendingFile(string Path, List<DeviceId> Ids, List<MachineFact> Machines)
    {
        public IEnumerable<string> Keys => Ids.Select(i => FactOrigins.Key(i.Bus, i.Text)).Concat(Machines.Select(FactOrigins.Key));
    }
}
