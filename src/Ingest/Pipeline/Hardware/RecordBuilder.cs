using System.Text.RegularExpressions;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// Makes one record of each device out of all that is evidence for it: first of new symbols with what they build, then
/// of new machine definitions, then of what existing drivers learned. Later finds that belong to an earlier record
/// become its evidence.
/// </summary>
internal sealed partial class RecordBuilder(ReleaseEvidence evidence)
{
    private static readonly char[] DependencyMarks = [' ', '(', ')', '&', '|', '!', '=', '\t'];

    private readonly NewFiles _newFiles = evidence.NewFiles;
    private readonly SymbolEvidence _symbols = new(evidence);
    private readonly ILookup<int, (string Path, ChangeKind Kind)> _paths =
        evidence.Step.Touched.ByPath.SelectMany(p => p.Value, (p, t) => (t.Changeset.Id, p.Key, t.Kind)).ToLookup(t => t.Id, t => (t.Key, t.Kind));
    private readonly List<HardwareRecord> _records = [];
    private readonly Dictionary<string, HardwareRecord> _byFile = new(StringComparer.Ordinal);

    /// <summary>The records of options that added ids to drivers, by changeset.</summary>
    private readonly Dictionary<int, HardwareRecord> _byOption = [];

    /// <summary>Files of new symbols that are no device: what they bring is no device either.</summary>
    private readonly HashSet<string> _dismissed = new(StringComparer.Ordinal);

    /// <summary>Those of them that are software by what they say.</summary>
    private readonly HashSet<string> _software = new(StringComparer.Ordinal);

    /// <summary>Those of them that hold code from elsewhere: changesets that name its devices bring none either.</summary>
    private readonly HashSet<string> _moved = new(StringComparer.Ordinal);

    /// <summary>The records of the release.</summary>
    public IReadOnlyList<HardwareRecord> Build()
    {
        if (evidence.Step.IsInitial)
            return [];
        // A driver comes before its parts: WM8350 before WM8350_I2C.
        foreach (var symbol in evidence.Kconfig.Added.Where(s => s.RenamedFrom is null).OrderBy(s => s.Symbol, StringComparer.Ordinal))
            FromSymbol(symbol);
        foreach (var machine in evidence.Sources.Machines)
            FromMachine(machine);
        FromExistingDrivers();
        foreach (var symbol in evidence.Kconfig.Withdrawn)
            FromWithdrawn(symbol);
        return RecordMerger.Merge(_records.FindAll(r => r.IsWithdrawn || !evidence.KnownParts.HasName(r.Name)));
    }

    private void FromSymbol(SymbolAddition symbol)
    {
        var facts = _symbols.Of(symbol);
        if (WholeOf(symbol, facts) is { } whole)
        {
            whole.Saw(symbol.Changeset, EvidenceRole.Driver);
            whole.Texts.Add(symbol.Entry.Prompt ?? "");
            Claim(whole, facts.NewSources);
            return;
        }
        var verdict = DeviceJudge.Judge(facts);
        var isDevice = verdict.Kind;
        var isMove = (MovesCode().IsMatch(symbol.Changeset?.Subject ?? "") && !facts.NewSources.Any(CameAnew)) || OnlyKnownIds(facts.NewSources) || evidence.Before.IsSaid(symbol.Changeset);
        if (isDevice == DeviceVerdictKind.NotADevice || isMove || BuildsNothing(isDevice, facts) || DeviceNamer.Name(facts) is not { } name || IsKnownProcessor(isDevice, facts, name) || IsPort(name, symbol.Symbol, facts.NewSources) || IsKnownClock(symbol.Changeset, name))
        {
            _dismissed.UnionWith(facts.NewSources);
            if (verdict == DeviceVerdict.Software)
                _software.UnionWith(facts.NewSources);
            if (isMove)
                _moved.UnionWith(facts.NewSources);
            return;
        }
        var record = new HardwareRecord
        {
            Basis = isDevice == DeviceVerdictKind.Machine ? AdditionBasis.Machine : AdditionBasis.Driver,
            Anchor = facts.Modules is [var only] ? only : symbol.Symbol,
            Name = name,
            Symbol = symbol.Symbol,
            Module = facts.Modules is [var module, ..] && symbol.Entry.Type != KconfigType.Bool ? module : null,
            Driver = Driver(facts.NewSources) ?? (facts.HasOwnIds ? facts.OldSources[0] : null),
        };
        if (facts.HasOwnIds)
        {
            ClaimIds(record, _symbols.Guarded(symbol));
            _byOption.TryAdd(symbol.Changeset!.Id, record);
        }
        record.Saw(symbol.Changeset, isDevice == DeviceVerdictKind.Machine ? EvidenceRole.Machine : EvidenceRole.Driver);
        record.Texts.AddRange([symbol.Entry.Prompt ?? "", symbol.Entry.Help, .. facts.Descriptions, .. facts.Titles]);
        Claim(record, facts.NewSources);
        _records.Add(record);
    }

    /// <summary>Whether a driver elsewhere in the release before was for the same device.</summary>
    private bool IsPort(DeviceName name, string? symbol, IReadOnlyList<string> sources) =>
        sources.Count > 0 && evidence.OlderDrivers.Had(name, symbol, sources[0], evidence.KnownParts.HasSymbol);

    /// <summary>A clock's driver whose changeset edits the time keeping of an architecture takes over what was there.</summary>
    private bool IsKnownClock(RangeChangeset? changeset, DeviceName name) =>
        name.Category == HardwareCategory.RealTimeClocks && changeset is not null && _paths[changeset.Id].Any(p => p.Kind != ChangeKind.Added && TimeKeeping().IsMatch(p.Path));

    /// <summary>No makefile knows the driver's symbol: its entry came before its sources.</summary>
    private static bool BuildsNothing(DeviceVerdictKind verdict, HardwareEvidence facts) =>
        verdict == DeviceVerdictKind.Device && facts is { Type: KconfigType.Tristate, NewSources.Count: 0, OldSources.Count: 0, Modules.Count: 0 };

    /// <summary>
    /// A symbol for a processor that the release before knew sorts its code anew. Of a board to be chosen that is said only
    /// where its number is all of its name: "ATNGW100 mkII" is another than ATNGW100.
    /// </summary>
    private bool IsKnownProcessor(DeviceVerdictKind verdict, HardwareEvidence facts, DeviceName name) =>
        verdict == DeviceVerdictKind.Machine && (facts.Prompt is null || facts.MachineNames.Count + facts.NewSources.Count == 0)
        && ModelName.OwnParts(name).Where(p => name.Name.Contains(p, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } parts && parts.TrueForAll(evidence.KnownParts.Has)
        && !(facts.IsInChoice && HardwarePlaces.OfSymbol(facts) is { Kind: "boards" } && ModelName.Of(name).Trim().Contains(' ', StringComparison.Ordinal));

    /// <summary>Whether a new file was moved within the release: what was moved is as new as the release.</summary>
    private bool CameAnew(string path) => evidence.Step.Touched.Of(path).Any(t => t.Kind == ChangeKind.Renamed);

    /// <summary>
    /// The new driver or board of which a symbol is a part or an option: it depends on or selects the driver and is
    /// named after it, adds files to its module, or depends on a board without being a machine itself.
    /// </summary>
    private HardwareRecord? WholeOf(SymbolAddition symbol, HardwareEvidence facts)
    {
        var needs = symbol.Entry.DependsOn.Concat(symbol.Entry.Selects).SelectMany(d => d.Split(DependencyMarks)).ToHashSet(StringComparer.Ordinal);
        return _records.Find(r => r.Symbol is { } whole && (r.Basis == AdditionBasis.Driver
            ? facts.PartOf == whole
                || (symbol.Symbol.StartsWith(whole + "_", StringComparison.Ordinal) && needs.Contains(whole))
                || (facts.NewSources.Count > 0 && facts.NewSources.All(f => _byFile.GetValueOrDefault(f) == r))
            : needs.Contains(whole) && facts.MachineNames.Count == 0 && symbol.Path.StartsWith("arch/", StringComparison.Ordinal)
                && IsOfMachine(symbol.Entry, facts, r.Name)));
    }

    /// <summary>
    /// An option of a board, unless it is one of a choice and names a part itself; of another machine one of a choice that
    /// is no board, of which nothing is said, and for which nothing is built.
    /// </summary>
    private static bool IsOfMachine(KconfigEntry entry, HardwareEvidence facts, DeviceName machine) =>
        machine.Kind.EndsWith("boards", StringComparison.Ordinal)
            ? !entry.IsInChoice || PartNumbers.Find(entry.Prompt ?? "").Count == 0
            : entry is { IsInChoice: true, Help.Length: 0 } && facts.NewSources.Count + facts.OldSources.Count == 0 && HardwarePlaces.OfSymbol(facts) is not { Kind: "boards" };

    /// <summary>
    /// A driver for PCI or USB ids of which another driver of its kind had every one replaces that one. A driver in
    /// staging does not count: what leaves it for a driver written anew is news.
    /// </summary>
    private bool OnlyKnownIds(IReadOnlyList<string> files)
    {
        var ids = files.SelectMany(f => evidence.FactsOf(f).Ids.Select(i => (Path: f, i.Match))).Where(i => KnownIds.Counts(i.Match.Bus, i.Match.Device)).ToList();
        return ids.Count > 0 && ids.TrueForAll(i => evidence.KnownIds.Has(i.Match.Bus, i.Match.Text, i.Path));
    }

    private void FromMachine(MachineAddition machine)
    {
        if (_byFile.TryGetValue(machine.Path, out var owner))
        {
            owner.Saw(machine.Changeset, EvidenceRole.Machine);
            owner.Texts.Add(machine.Machine.Name);
            return;
        }
        var build = evidence.Kbuild.Of(machine.Path);
        if ((IsDeviceTree(machine.Path) || build?.Symbol is null) && OnlyMachineOf(machine.Changeset) is { } board)
        {
            board.Files.Add(machine.Path);
            board.Texts.Add(machine.Machine.Name);
            return;
        }
        // A device tree may name its board only as programs do, "xes,xcalibur1501": then the subject has to name it.
        var isRaw = IsDeviceTree(machine.Path) && !machine.Machine.Name.Contains(' ', StringComparison.Ordinal);
        if (_dismissed.Contains(machine.Path) || evidence.Before.IsSaid(machine.Changeset) || MovesCode().IsMatch(machine.Changeset?.Subject ?? "") || (isRaw && SubjectDevice.Read(machine.Changeset?.Subject ?? "") is null))
            return;
        var facts = new HardwareEvidence
        {
            Symbol = build?.Symbol,
            NewSources = _newFiles.IsNew(machine.Path) ? [machine.Path] : [],
            OldSources = _newFiles.IsNew(machine.Path) ? [] : [machine.Path],
            MachineNames = isRaw ? [] : [machine.Machine.Name],
            Subject = machine.Changeset?.Subject,
        };
        // A board that the release before had under its name was carried over from older code.
        if (DeviceNamer.Name(facts) is not { } name || (ModelName.OwnParts(name) is { Count: > 0 } parts && parts.TrueForAll(evidence.KnownParts.Has)))
            return;
        var record = new HardwareRecord { Basis = AdditionBasis.Machine, Anchor = machine.Machine.Key, Name = name, Symbol = build?.Symbol, Driver = machine.Path };
        record.Saw(machine.Changeset, EvidenceRole.Machine);
        record.Texts.Add(machine.Machine.Name);
        Claim(record, facts.NewSources);
        _records.Add(record);
    }

    private static bool IsDeviceTree(string path) => path.EndsWith(".dts", StringComparison.Ordinal) || path.EndsWith(".dtsi", StringComparison.Ordinal);

    /// <summary>The machine that a changeset added; null when it added none or several.</summary>
    private HardwareRecord? OnlyMachineOf(RangeChangeset? changeset)
    {
        var machines = changeset is null ? [] : _records.FindAll(r => r.Basis == AdditionBasis.Machine && r.Changesets.Any(c => c.CommitId == changeset.Id));
        return machines is [var only] ? only : null;
    }

    /// <summary>What changesets added to drivers that were there: ids, files, and devices that their subjects name.</summary>
    private void FromExistingDrivers()
    {
        var ids = evidence.Sources.Ids.Where(i => !_byFile.ContainsKey(i.Path) && !_dismissed.Contains(i.Path) && i.Changeset is not null)
            .ToLookup(i => i.Changeset!.Id);
        foreach (var changeset in evidence.Step.Touched.Changesets)
        {
            var learned = ids[changeset.Id].ToList();
            // Some drivers keep their tables in headers: sound/usb/usbquirks.h.
            var sources = _paths[changeset.Id].Where(p => p.Kind != ChangeKind.Deleted && (IsDriverSource(p.Path) || learned.Exists(i => i.Path == p.Path)) && !Helper().IsMatch(p.Path)).Select(p => p.Path).ToList();
            if (sources.Count == 0 || _byOption.ContainsKey(changeset.Id) || SubjectDevice.Read(changeset.Subject, IdNames(learned)) is null || sources.Exists(_moved.Contains))
                continue;
            FromChangeset(changeset, sources, learned);
        }
    }

    private void FromChangeset(RangeChangeset changeset, List<string> sources, List<IdAddition> ids)
    {
        if (sources.Select(_byFile.GetValueOrDefault).FirstOrDefault(r => r is not null) is { } owner)
        {
            owner.Saw(changeset, EvidenceRole.Driver);
            return;
        }
        var main = ids.Count > 0 ? ids[0].Path : sources[0];
        var build = evidence.Kbuild.Of(main) ?? evidence.Kbuild.OfHeader(main);
        var fresh = sources.FindAll(s => _newFiles.IsNew(s));
        // What comes with new software, and no id tells of, is as little a device.
        if (ids.Count == 0 && fresh.Exists(_software.Contains))
            return;
        var said = fresh.ConvertAll(f => evidence.FactsOf(f));
        var facts = new HardwareEvidence
        {
            Symbol = build?.Symbol,
            NewSources = fresh,
            OldSources = [.. sources.Except(fresh)],
            Modules = build is null ? [] : [build.Module],
            Descriptions = [.. said.SelectMany(f => f.Descriptions).Distinct()],
            Titles = [.. said.Select(f => f.Title).OfType<string>().Distinct()],
            Labels = [.. ids.Select(Label).OfType<string>().Distinct()],
            IdNames = IdNames(ids),
            Buses = [.. ids.Select(i => i.Row.Bus).Distinct()],
            Subject = changeset.Subject,
        };
        if (DeviceNamer.Name(facts) is not { } name || !IsNews(name, changeset, main, ids) || IsPort(name, null, [main]) || (ids.Count == 0 && WasThere(name, changeset, main, fresh, facts.OldSources)))
            return;
        name = evidence.Existing.Completed(name, build?.Symbol, main, sources);
        var record = new HardwareRecord
        {
            Basis = AdditionBasis.ExistingDriver,
            Anchor = changeset.Sha.ToString()[..12],
            Name = name,
            Symbol = build?.Symbol,
            Module = build?.Module,
            Driver = main,
        };
        record.Saw(changeset, ids.Count > 0 ? EvidenceRole.Ids : EvidenceRole.Subject);
        record.Texts.Add(changeset.Subject);
        record.Ids.AddRange(ids.Select(i => i.Row));
        record.Files.UnionWith(facts.NewSources);
        _records.Add(record);
    }

    /// <summary>
    /// Whether an existing driver's changeset is about a device that the release before did not support. Without new ids
    /// only a part number tells; and what a board's file adds is hardware when it is a board or processor itself.
    /// </summary>
    private bool IsNews(DeviceName name, RangeChangeset changeset, string path, List<IdAddition> ids)
    {
        if (name.Parts.Count > 0 ? name.Parts.All(evidence.KnownParts.Has) || (ids.Count == 0 && name.Parts.All(p => evidence.KnownIds.HasNumber(p, path))) : ids.Count == 0)
            return false;
        if (ids.Count > 0 && ids.TrueForAll(i => KnownIds.Counts(i.Row.Bus, i.Row.Device) && evidence.KnownIds.Has(i.Row.Bus, i.Row.Text, i.Path)))
            return false;
        if (ids.Count > 0 && ids.TrueForAll(i => evidence.KnownIds.HasClass(i.Row, i.Path)))
            return false;
        if (path.StartsWith("arch/", StringComparison.Ordinal))
            return MachineWord().IsMatch(changeset.Subject) && !MeasuringOrHosting().IsMatch(path) && name.Category == HardwareCategory.SystemsAndProcessors && (name.Vendor is not null || name.Parts.Count > 0);
        // A laptop's pin configuration is no codec.
        return !path.StartsWith("sound/pci/hda/", StringComparison.Ordinal) || name.Parts.Any(p => VendorNames.OfPart(p) is not null);
    }

    /// <summary>Whether what a changeset without new ids says it adds was supported before, or is not even now.</summary>
    private bool WasThere(DeviceName name, RangeChangeset changeset, string main, List<string> fresh, IReadOnlyList<string> oldSources) =>
        Tuning().IsMatch(main) || evidence.Before.HasBoard(ModelName.Of(name), oldSources) || (fresh.Count == 0 && evidence.Before.HasParts(ModelName.Of(name), oldSources)) || evidence.Before.IsNoNews(changeset);

    private void FromWithdrawn(SymbolAddition symbol)
    {
        var facts = SymbolEvidence.Described(symbol);
        if (DeviceJudge.Judge(facts).Kind == DeviceVerdictKind.NotADevice || DeviceNamer.Name(facts) is not { } name)
            return;
        // A driver that only changed its symbol's name is there under the other record's name.
        if (_records.Exists(r => r.Name.Name == name.Name))
            return;
        var record = new HardwareRecord { Basis = AdditionBasis.Driver, Anchor = symbol.Symbol, Name = name, Symbol = symbol.Symbol, IsWithdrawn = true, RemovedBy = symbol.RemovedBy };
        record.Saw(symbol.Changeset, EvidenceRole.Driver);
        record.Saw(symbol.RemovedBy, EvidenceRole.Removal);
        record.Texts.AddRange([symbol.Entry.Prompt ?? "", symbol.Entry.Help]);
        _records.Add(record);
    }

    private void Claim(HardwareRecord record, IReadOnlyList<string> files)
    {
        record.Files.UnionWith(files);
        foreach (var file in files)
        {
            _byFile.TryAdd(file, record);
            record.Saw(evidence.Step.Touched.Adder(file), EvidenceRole.Driver);
        }
        ClaimIds(record, evidence.Sources.Ids.Where(i => files.Contains(i.Path)));
    }

    private static void ClaimIds(HardwareRecord record, IEnumerable<IdAddition> ids)
    {
        foreach (var id in ids)
        {
            record.Ids.Add(id.Row);
            record.Saw(id.Changeset, EvidenceRole.Ids);
        }
    }

    private static List<string> IdNames(IEnumerable<IdAddition> ids) => [.. ids.Select(i => i.Row.Label ?? i.Row.Text)];

    private string? Label(IdAddition id) => id.Row switch
    {
        { Label: { } label } => label,
        { Bus: DeviceBus.Pci, Vendor: { } vendor, Device: { } device } => evidence.Names.Pci.Device(vendor, device),
        { Bus: DeviceBus.Usb, Vendor: { } vendor, Device: { } device } => evidence.Names.Usb.Device(vendor, device),
        _ => null,
    };

    private static string? Driver(IReadOnlyList<string> files)
    {
        if (files.Count < 2)
            return files.Count == 0 ? null : files[0];
        var folders = files.Select(f => f[..(f.LastIndexOf('/') + 1)]).Distinct().ToList();
        return folders.Count == 1 ? folders[0] : files[0];
    }

    private static bool IsDriverSource(string path) =>
        path.EndsWith(".c", StringComparison.Ordinal)
        && (path.StartsWith("drivers/", StringComparison.Ordinal) || path.StartsWith("sound/", StringComparison.Ordinal) || path.StartsWith("arch/", StringComparison.Ordinal));

    /// <summary>Tables that drivers look something up in, and lists of what known classes of devices do wrong: what they learn supports no device by itself.</summary>
    [GeneratedRegex(@"/(?:(?:tveeprom|hwmon-vid)\.c|unusual_\w+\.h)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Helper();

    /// <summary>Tables of how devices are built into laptops, beside ids that all of them have.</summary>
    [GeneratedRegex(@"/hp_accel\.c$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tuning();

    [GeneratedRegex(@"^arch/.*/(?:time|rtc)[^/]*\.c$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TimeKeeping();

    /// <summary>Code that counts what a processor does, or lends it to guests: the processor itself was supported before.</summary>
    [GeneratedRegex(@"/(?:kvm|oprofile)/|perf|pmu", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MeasuringOrHosting();

    /// <summary>Code that went elsewhere brings its devices along, however new its symbol is.</summary>
    [GeneratedRegex(@"\b(?:mov(?:e|es|ed|ing)|split(?:s|ting)?|separate[sd]?|renam(?:e|es|ed|ing)|extract(?:s|ed)?|factor(?:s|ed)? out|convert(?:s|ed)?|break out|modulari[sz]e[sd]?|consolidat\w+|reorgani[sz]\w*|re-?arrang\w+|refactor\w*|unif(?:y|ies)|fold(?:s|ed|ing)?|clean(?:s|ed|ing)?[ -]?up|consistent|merge all|make [\w ]*single kernel|port [\w -]+ from arch/|port [\w -]+ over from|change the [\w ]*(?:option|symbol|name))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MovesCode();

    [GeneratedRegex(@"\b(?:boards?|processors?|cpus?|socs?|platforms?|machines?|evm|eval\w*|reference|family|cputable)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MachineWord();
}
