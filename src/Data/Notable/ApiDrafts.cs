using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>Lines about what modules and other kernel code rely on: symbols, headers, operations.</summary>
internal static class ApiDrafts
{
    /// <summary>Headers of single devices, boards and buses' drivers.</summary>
    private static readonly string[] DeviceHeaders =
    [
        "include/linux/mfd/", "include/linux/platform_data/", "include/linux/i2c/", "include/linux/spi/", "include/linux/usb/", "include/linux/input/",
        "include/linux/mlx4/", "include/linux/mlx5/", "include/linux/amba/", "include/linux/regulator/", "include/linux/ssb/", "include/linux/bcma/",
        "include/linux/mtd/", "include/linux/mmc/", "include/linux/can/", "include/sound/", "include/media/", "include/drm/", "include/video/",
        "include/scsi/", "include/rdma/", "include/pcmcia/", "include/mtd/", "include/xen/interface/", "include/soc/", "include/dt-bindings/", "include/acpi/",
    ];

    /// <summary>A line for what each header or source file gained or lost by one pull, and one for the exports as a whole.</summary>
    public static IEnumerable<Draft> Of(FactGroups groups)
    {
        var code = groups.Facts.Names.Where(n => n.Kind.IsCode()).ToList();
        // A symbol that one pull exports here and declares there is one name. Of what was declared before, the file that
        // exports it is told.
        var headers = code.Where(n => n.Kind != InterfaceKind.ExportedSymbol)
            .GroupBy(n => (n.Name, n.Change, Origin: groups.Origin(n))).ToDictionary(g => g.Key, g => g.First().Paths[0]);
        foreach (var change in (Happening[])[Happening.Added, Happening.Removed])
        {
            if (Exports(code, change) is { } exports)
                yield return exports;
        }
        foreach (var line in code.Where(n => n.Change is Happening.Added or Happening.Removed or Happening.Changed)
            .GroupBy(n => (n.Change, Home: headers.GetValueOrDefault((n.Name, n.Change, groups.Origin(n)), n.Paths[0]), Origin: groups.Origin(n))))
        {
            yield return Line(groups, line.Key.Home, [.. line]);
        }
    }

    private static Draft? Exports(IReadOnlyList<NameFact> code, Happening change)
    {
        var symbols = code.Where(n => n.Kind == InterfaceKind.ExportedSymbol && n.Change == change).ToList();
        if (symbols.Count < 2)
            return null;
        var files = symbols.SelectMany(s => s.Paths).Distinct().Count();
        var draft = new Draft
        {
            Audience = Audience.Developers,
            Kind = NotableKind.ExportedSymbol,
            Change = change,
            Line = change == Happening.Added
                ? [new($"{Wording.Count(symbols.Count)} symbols are newly exported to modules")]
                : [new($"{Wording.Count(symbols.Count)} symbols are no longer exported to modules")],
            Evidence = $"the EXPORT_SYMBOL lines of {Wording.Count(files)} file{(files == 1 ? "" : "s")}",
            Strength = Draft.Most,
            Names = [.. symbols.Select(s => s.Name)],
            Area = Area.CoreKernel,
        };
        return draft;
    }

    private static Draft Line(FactGroups groups, string home, IReadOnlyList<NameFact> facts)
    {
        var commits = facts.SelectMany(f => f.Commits).ToHashSet();
        // One entry a name, that which tells most: a function rather than the export of it.
        var names = facts.GroupBy(f => f.Name)
            .Select(g => (Fact: g.MinBy(f => Rank(f.Kind))!, IsExported: g.Any(f => f.Kind == InterfaceKind.ExportedSymbol), IsTold: groups.IsTold(commits, g.Key)))
            .OrderByDescending(n => n.IsTold).ThenByDescending(n => n.IsExported).ThenBy(n => Rank(n.Fact.Kind)).ThenBy(n => n.Fact.Name, StringComparer.Ordinal)
            .ToList();
        var header = Places.Header(home);
        var change = facts[0].Change;
        var areExports = facts.All(f => f.Kind == InterfaceKind.ExportedSymbol);
        var start = (change, areExports) switch
        {
            (Happening.Added, true) => $"Newly exported by {home}: ",
            (Happening.Removed, true) => $"No longer exported by {home}: ",
            (Happening.Changed, true) => $"Exported otherwise by {home}: ",
            (Happening.Added, _) => $"New in {header ?? home}: ",
            (Happening.Removed, _) => $"Removed from {header ?? home}: ",
            _ => $"Changed in {header ?? home}: ",
        };
        var draft = Draft.Of(
            Audience.Developers, [names[0].Fact, .. facts.Where(f => f != names[0].Fact)],
            [new(start), .. Wording.List([.. names.Select(n => Wording.Name(n.Fact.Kind == InterfaceKind.ExportedSymbol && n.IsExported && areExports ? InterfaceKind.ExportedSymbol : n.Fact.Kind, n.Fact.Name))], 4)],
            areExports ? $"EXPORT_SYMBOL in {home}" : $"declared in {home}",
            0);
        draft.Strength = Strength(groups.AreaOf(commits), home, change, groups.Facts.NewFiles.Contains(home), [.. names.Select(n => (n.Fact.Kind, n.IsTold, n.IsExported))]);
        return draft;
    }

    private static int Strength(Area? area, string home, Happening change, bool isNewHeader, IReadOnlyList<(InterfaceKind Kind, bool IsTold, bool IsExported)> names)
    {
        var isHeader = Places.Header(home) is not null && home.StartsWith("include/", StringComparison.Ordinal);
        var strength = home.StartsWith("include/linux/", StringComparison.Ordinal) ? 23 : isHeader ? 14 : 8;
        // Modules can use what is exported, and what a header holds as a whole; the rest is between parts of the kernel.
        if (names.Any(n => n.IsExported))
            strength += isHeader ? 16 : 6;
        if (names.Any(n => n.IsTold))
            strength += 10;
        if (names.Any(n => n.IsTold && (n.IsExported || n.Kind is InterfaceKind.Macro)))
            strength += 6;
        if (names.Any(n => n.Kind == InterfaceKind.Operation))
            strength += 6;
        if (isNewHeader && names.Count > 3)
            strength += 14;
        strength += Math.Min(names.Count, 8) / 2;
        strength += change == Happening.Changed ? -10 : 0;
        strength += area switch
        {
            Area.CoreKernel or Area.MemoryManagement or Area.DeviceDriverInfrastructure or Area.TracingAndTools => 10,
            Area.DeviceDrivers => -25,
            Area.Architecture => -20,
            _ => 0,
        };
        if (DeviceHeaders.Any(d => home.StartsWith(d, StringComparison.Ordinal)) || Places.IsDriver(home) || Places.IsArchitecture(home))
            strength -= 20;
        return strength;
    }

    private static int Rank(InterfaceKind kind) => kind switch
    {
        InterfaceKind.Function => 0,
        InterfaceKind.ExportedSymbol => 1,
        InterfaceKind.Operation => 2,
        InterfaceKind.Type => 3,
        _ => 4,
    };
}
