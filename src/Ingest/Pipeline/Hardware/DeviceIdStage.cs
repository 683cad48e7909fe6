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
    private readonly HeaderCache _headers = new();
    private DeviceIdSpans? _spans;
    private SourceFileReader? _reader;
    private ObjectId _tip;

    /// <summary>Takes back everything that releases from this one on brought, so that they can be applied again.</summary>
    public void ForgetFrom(int releaseId)
    {
        context.DeviceIds.Where(d => d.AddedReleaseId >= releaseId).ExecuteDelete();
        context.DeviceIds.Where(d => d.RemovedReleaseId >= releaseId).ExecuteUpdate(s => s.SetProperty(d => d.RemovedReleaseId, (int?)null));
        _spans = null;
    }

    /// <summary>
    /// Works out what a release did; the releases before it are written already, this one and later ones are not.
    /// <see cref="Write"/> must follow before the next step.
    /// </summary>
    public SourceChanges Apply(ReleaseStep step, CancellationToken cancel)
    {
        _headers.Trim();
        _spans ??= DeviceIdSpans.Load(context);
        _tip = step.TipTree;
        var files = ReadFiles(step, cancel);
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
    public SourceFacts FactsOf(string path) => (_reader ??= new SourceFileReader(repository, _headers)).All(_tip, path);

    /// <summary>Writes what <see cref="Apply"/> worked out, in the caller's transaction.</summary>
    public void Write() => _spans?.Write(context);

    /// <inheritdoc />
    public void Dispose() => _reader?.Dispose();

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
        var files = new List<ChangedFile>();
        var problems = new List<string>();
        foreach (var (file, problem) in OrderedParallel.Run(candidates, () => new SourceFileReader(repository, _headers), (r, c) => Read(r, step, c), cancel))
        {
            files.Add(file);
            if (problem is not null)
                problems.Add(problem);
        }
        if (problems.Count > 0)
        {
            var others = problems.Count == 1 ? "" : $" So it is with {problems.Count - 1} more of its files.";
            events.Add("file not searched", $"{step.Version}: {problems[0]}{others}");
        }
        return files;
    }

    private static (ChangedFile File, string? Problem) Read(SourceFileReader reader, ReleaseStep step, RawChange change)
    {
        string? problem = null;
        var tip = IsFile(change.NewMode) ? reader.Tables(step.TipTree, change.Path, change.NewId, out problem) : SourceFacts.None;
        // Machines are not kept by spans: what the release before had is read from it.
        var hadMachines = step.BaseTree is not null && change.Path.StartsWith("arch/", StringComparison.Ordinal) && IsFile(change.OldMode);
        var before = hadMachines ? reader.Tables(step.BaseTree!.Value, change.Path, change.OldId, out _) : null;
        return (new ChangedFile(change.Path, tip, before?.Machines ?? []), problem is null ? null : $"{change.Path}: {problem}");
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
        var origins = OrderedParallel.Run(pending, () => new SourceFileReader(repository, _headers), (r, p) => FactOrigins.Find(r, step.Touched, p.Path, p.Keys), cancel);
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
    private sealed record ChangedFile(string Path, SourceFacts? Tip, IReadOnlyList<MachineFact> OldMachines);

    /// <summary>What a file has that it had not in the release before.</summary>
    private sealed record PendingFile(string Path, List<DeviceId> Ids, List<MachineFact> Machines)
    {
        public IEnumerable<string> Keys => Ids.Select(i => FactOrigins.Key(i.Bus, i.Text)).Concat(Machines.Select(FactOrigins.Key));
    }
}
