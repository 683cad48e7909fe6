using KernelTracker.Data;
using KernelTracker.Data.Model;

namespace KernelTracker.Tests.Support;

/// <summary>A name in a file of a test history.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name.</param>
/// <param name="Path">The file.</param>
/// <param name="First">The first release with it; null when no release has it.</param>
/// <param name="End">The first release without it.</param>
public sealed record InterfaceSpec(InterfaceKind Kind, string Name, string Path, string? First, string? End = null)
{
    public string Text { get; init; } = "";

    public bool IsInitial { get; init; }

    /// <summary>Subject of the changeset that adds it.</summary>
    public string? AddedBy { get; init; }

    /// <summary>Subject of the changeset that removes it.</summary>
    public string? RemovedBy { get; init; }

    /// <summary>Subject of the changeset that changes it.</summary>
    public string? ChangedBy { get; init; }
}

/// <summary>Writes the names that others rely on into a test history.</summary>
public static class InterfaceData
{
    /// <summary>
    /// Names on <see cref="SmallHistory"/>: the call "fold" comes with v3.17, "unfold" came and went on the way to it,
    /// "frob" of a header goes with it, and what v3.16 has is as old as the history.
    /// </summary>
    public static IReadOnlyList<InterfaceSpec> Small { get; } =
    [
        new(InterfaceKind.SystemCall, "fold", "include/uapi/asm-generic/unistd.h", "v3.17") { AddedBy = "mm: c" },
        new(InterfaceKind.Function, "unfold", "include/linux/fold.h", null) { AddedBy = "usb: a", RemovedBy = "usb: b" },
        new(InterfaceKind.Function, "frob", "include/linux/frob.h", "v3.16", "v3.17") { IsInitial = true, RemovedBy = "net: d", Text = "int frob(void)" },
        new(InterfaceKind.ExportedSymbol, "frob", "lib/frob.c", "v3.16", "v3.17") { IsInitial = true, RemovedBy = "net: d", Text = "GPL" },
        new(InterfaceKind.ExportedSymbol, "usb_fold", "drivers/usb/core/fold.c", "v3.17") { AddedBy = "usb: a", Text = "GPL" },
        new(InterfaceKind.ExportedSymbol, "usb_unfold", "drivers/usb/core/fold.c", "v3.17") { AddedBy = "usb: a" },
        new(InterfaceKind.AbiFile, "/sys/kernel/<b>fold</b>", "Documentation/ABI/testing/sysfs-fold", "v3.17") { AddedBy = "mm: c", Text = "Says what folds." },
        new(InterfaceKind.MountOption, "ext4 fold", "fs/ext4/super.c", "v3.17") { AddedBy = "mm: c" },
        // It moves: no news.
        new(InterfaceKind.Macro, "PLEAT", "include/linux/old.h", "v3.16", "v3.17") { IsInitial = true },
        new(InterfaceKind.Macro, "PLEAT", "include/linux/new.h", "v3.17"),
    ];

    /// <summary>Writes names, and that every release but the one in the making was read.</summary>
    public static void Add(string file, IReadOnlyList<InterfaceSpec> specs)
    {
        ArgumentNullException.ThrowIfNull(specs);
        using var context = TrackerDataBuilder.Open(file);
        var releases = context.Releases.ToDictionary(r => r.Version, r => r.Id);
        var commits = context.Commits.Where(c => !c.IsMerge).ToList().ToLookup(c => c.Subject, c => c.Id);
        var paths = context.Paths.ToDictionary(p => p.Name, p => p.Id);
        var names = new Dictionary<(InterfaceKind, string), int>();
        var spans = 0;
        foreach (var spec in specs)
        {
            var name = NameOf(context, names, spec);
            var path = PathOf(context, paths, spec.Path);
            if (spec.First is { } first)
            {
                context.Add(new InterfaceSpan
                {
                    Id = ++spans,
                    NameId = name,
                    PathId = path,
                    Text = spec.Text,
                    FirstReleaseId = releases[first],
                    IsInitial = spec.IsInitial,
                    EndReleaseId = spec.End is { } end ? releases[end] : null,
                });
            }
            foreach (var (subject, kind) in new[] { (spec.AddedBy, InterfaceChangeKind.Added), (spec.RemovedBy, InterfaceChangeKind.Removed), (spec.ChangedBy, InterfaceChangeKind.Changed) })
            {
                if (subject is not null)
                    context.Add(new InterfaceChange { CommitId = commits[subject].Single(), NameId = name, Kind = kind, PathId = path, Text = spec.Text });
            }
        }
        context.AddRange(context.Releases.Where(r => r.State == ReleaseState.Released).Select(r => new InterfaceReading { ReleaseId = r.Id, TipSha = new byte[] { 1 }, RulesVersion = "1" }));
        context.SaveChanges();
    }

    private static int NameOf(TrackerContext context, Dictionary<(InterfaceKind, string), int> names, InterfaceSpec spec)
    {
        if (!names.TryGetValue((spec.Kind, spec.Name), out var id))
        {
            names.Add((spec.Kind, spec.Name), id = names.Count + 1);
            context.Add(new InterfaceName { Id = id, Kind = spec.Kind, Name = spec.Name });
        }
        return id;
    }

    private static int PathOf(TrackerContext context, Dictionary<string, int> paths, string name)
    {
        if (!paths.TryGetValue(name, out var id))
        {
            paths.Add(name, id = (paths.Count == 0 ? 0 : paths.Values.Max()) + 1);
            context.Add(new TreePath { Id = id, Name = name });
        }
        return id;
    }
}
