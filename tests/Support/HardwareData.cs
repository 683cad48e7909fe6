using System.Globalization;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;

namespace KernelTracker.Tests.Support;

/// <summary>Makes the rows of hardware of a test history.</summary>
internal sealed class HardwareData(IReadOnlyList<Commit> commits, IReadOnlyList<Release> releases, Dictionary<string, TreePath> paths)
{
    private const string RulesVersion = "1";

    private readonly ILookup<string, Commit> _bySubject = commits.ToLookup(c => c.Subject);
    private readonly List<object> _rows = [];
    private readonly List<(int Id, HardwareSpec Spec)> _additions = [];
    private readonly Dictionary<string, int> _symbols = [];
    private readonly HashSet<int> _sources = [];
    private int _deviceIds;

    public void Add(IReadOnlyList<HardwareSpec> hardware, IReadOnlyList<DeviceIdSpec> ids, HashSet<string> unread)
    {
        foreach (var spec in hardware)
            Add(spec);
        foreach (var id in ids)
            Add(id, releases.Single(r => r.Version == id.Release).Id, id.Driver ?? "drivers/misc/unnamed.c", null, null, id.Symbol, id.Module);
        if (hardware.Count == 0 && ids.Count == 0)
            return;
        _rows.AddRange(releases.Where(r => !unread.Contains(r.Version)).Select(r => new HardwareReading
        {
            ReleaseId = r.Id,
            TipSha = commits[r.CommitId - 1].Sha,
            BaseSha = r.PreviousId is { } previous ? commits[releases.Single(p => p.Id == previous).CommitId - 1].Sha : null,
            RulesVersion = RulesVersion,
        }));
    }

    public void Store(TrackerContext context) => context.AddRange(_rows);

    public void Index(TrackerContext context)
    {
        using var index = HardwareSearchIndex.Open(context);
        foreach (var (id, spec) in _additions)
        {
            index.Insert(id, new HardwareSearchText(
                spec.Name,
                string.Join('\n', spec.Parts),
                $"{spec.Vendor}\n{spec.OtherVendors}",
                string.Join('\n', spec.Ids.Select(i => $"{i.Text} {i.Label}")),
                $"{spec.Symbol}\n{spec.Module}\n{spec.Driver}",
                $"{spec.Prompt}\n{spec.Help}\n{spec.Changeset}"));
        }
    }

    private void Add(HardwareSpec spec)
    {
        var commit = _bySubject[spec.Changeset].Single();
        var release = releases.Single(r => r.Id == commit.ReleaseId);
        var removal = spec.RemovedBy is null ? null : _bySubject[spec.RemovedBy].Single();
        var addition = new HardwareAddition
        {
            Id = _additions.Count + 1,
            Key = spec.Key ?? $"{release.Version}-{spec.Module ?? spec.Symbol?.ToLowerInvariant() ?? (_additions.Count + 1).ToString(CultureInfo.InvariantCulture)}",
            ReleaseId = release.Id,
            Name = spec.Name,
            Vendor = spec.Vendor,
            Kind = spec.Kind,
            Category = spec.Category,
            Basis = spec.Basis,
            Symbol = spec.Symbol,
            Driver = spec.Driver,
            Module = spec.Module,
            CommitId = commit.Id,
            IsWithdrawn = removal is not null,
            RemovalCommitId = removal?.Id,
            RemovedReleaseId = Find(spec.RemovedIn),
            GraduatedReleaseId = Find(spec.GraduatedIn),
        };
        _additions.Add((addition.Id, spec));
        _rows.Add(addition);
        _rows.AddRange(spec.Parts.Select((p, i) => new HardwarePart { AdditionId = addition.Id, Ordinal = i, Name = p }));
        _rows.Add(new HardwareChangeset { AdditionId = addition.Id, CommitId = commit.Id, Role = EvidenceRole.Driver });
        if (removal is not null)
            _rows.Add(new HardwareChangeset { AdditionId = addition.Id, CommitId = removal.Id, Role = EvidenceRole.Removal });
        if (spec.Driver is { } driver)
            _rows.Add(new HardwareFile { AdditionId = addition.Id, PathId = PathId(driver), ReleaseId = release.Id });
        foreach (var id in spec.Ids)
            Add(id, Find(id.Release) ?? release.Id, id.Driver ?? spec.Driver ?? "drivers/misc/unnamed.c", addition.Id, commit.Id, spec.Symbol, spec.Module);
        if (spec.Symbol is { } symbol)
            Define(symbol, spec, release.Id);
    }

    private void Add(DeviceIdSpec spec, int release, string driver, int? addition, int? commit, string? symbol, string? module)
    {
        var id = new DeviceId
        {
            Id = ++_deviceIds,
            Bus = spec.Bus,
            Text = spec.Text,
            Label = spec.Label,
            Class = spec.Class,
            ClassMask = spec.ClassMask,
            IsInterfaceClass = spec.IsInterfaceClass,
            PathId = PathId(driver),
            AddedReleaseId = release,
            IsInitial = spec.IsInitial,
            RemovedReleaseId = Find(spec.RemovedIn),
            CommitId = spec.IsInitial ? null : commit,
            AdditionId = addition,
        };
        ReadNumbers(id);
        _rows.Add(id);
        if ((symbol ?? module) is not null && _sources.Add(id.PathId))
            _rows.Add(new DriverSource { PathId = id.PathId, Symbol = symbol, Module = module });
    }

    /// <summary>"8086:1533", "10ec:8139 sub 103c:30b7"; a text of another form is a name or tells a class only.</summary>
    private static void ReadNumbers(DeviceId id)
    {
        var words = id.Text.Split(' ');
        if (Pair(words[0]) is var (vendor, device))
        {
            (id.Vendor, id.Device) = (vendor, device);
            if (words.Length > 2 && words[1] == "sub" && Pair(words[2]) is var (subVendor, subDevice))
                (id.SubVendor, id.SubDevice) = (subVendor, subDevice);
        }
        else if (id.Class is null)
        {
            id.Name = id.Text;
        }

        static (int, int)? Pair(string text) =>
            text.Length == 9 && text[4] == ':'
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var one)
            && int.TryParse(text.AsSpan(5), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var other) ? (one, other) : null;
    }

    private void Define(string symbol, HardwareSpec spec, int release)
    {
        if (!_symbols.TryAdd(symbol, _symbols.Count + 1))
            return;
        var id = _symbols[symbol];
        _rows.Add(new KconfigSymbol { Id = id, Name = symbol });
        _rows.Add(new KconfigDefinition
        {
            Id = id,
            SymbolId = id,
            PathId = PathId($"{Path.GetDirectoryName(spec.Driver) ?? "drivers"}/Kconfig"),
            Type = KconfigType.Tristate,
            Prompt = spec.Prompt.Length > 0 ? spec.Prompt : null,
            Help = spec.Help,
            Menu = "Device Drivers",
            DependsOn = "",
            Selects = "",
            Defaults = "",
            FirstReleaseId = release,
        });
    }

    private int? Find(string? version) => version is null ? null : releases.Single(r => r.Version == version).Id;

    private int PathId(string name)
    {
        if (!paths.TryGetValue(name, out var path))
            paths[name] = path = new TreePath { Id = paths.Count + 1, Name = name };
        return path.Id;
    }
}
