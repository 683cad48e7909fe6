using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Classification;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>The rules by which changesets of a release find their subsystem.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="SubsystemIds">Row of each section, by its index.</param>
internal sealed record ReleaseSubsystems(SubsystemRules Rules, IReadOnlyList<int> SubsystemIds)
{
    /// <summary>The subsystem of a changeset; null when no section claims its files.</summary>
    public int? Choose(IReadOnlyList<string> paths, string subject) =>
        Rules.Choose(paths, subject) is { } index ? SubsystemIds[index] : null;
}

/// <summary>Keeps the rows of subsystems and finds which MAINTAINERS file each release is judged by.</summary>
internal sealed class SubsystemStage(TrackerContext context, KernelFiles files)
{
    private readonly Dictionary<string, Subsystem> _byName = context.Subsystems.ToDictionary(s => s.Name);
    private readonly Dictionary<ObjectId, IReadOnlyList<MaintainersSection>> _sections = [];
    private readonly Dictionary<ObjectId, ReleaseSubsystems> _rules = [];

    /// <summary>
    /// By release: the MAINTAINERS file to judge by. A release whose own file does not say which files belong to whom
    /// takes that of the nearest later release that does: v2.6.25 to v2.6.29 have patterns in five sections of 600,
    /// v2.6.30 has them in nearly all.
    /// </summary>
    public IReadOnlyList<ObjectId?> FilesFor(IReadOnlyList<ObjectId> releaseCommits)
    {
        var own = releaseCommits.Select(files.Maintainers).ToList();
        ObjectId? later = null;
        for (var i = own.Count - 1; i >= 0; i--)
        {
            if (own[i] is { } blob && SaysWhoseFilesAre(Sections(blob)))
                later = blob;
            own[i] = later;
        }
        return own;
    }

    /// <summary>The rules of a MAINTAINERS file; its sections become rows, or bring them up to date.</summary>
    public ReleaseSubsystems Rules(ObjectId blob, int releaseId)
    {
        if (_rules.TryGetValue(blob, out var known))
            return known;
        var sections = Sections(blob);
        var ids = sections.Select(s => Row(s, releaseId)).ToList();
        var rules = new ReleaseSubsystems(new SubsystemRules(sections), ids);
        _rules.Add(blob, rules);
        return rules;
    }

    private static bool SaysWhoseFilesAre(IReadOnlyList<MaintainersSection> sections) =>
        sections.Count > 0 && sections.Count(s => s.Patterns.Count > 0) * 2 >= sections.Count;

    private IReadOnlyList<MaintainersSection> Sections(ObjectId blob)
    {
        if (!_sections.TryGetValue(blob, out var sections))
            _sections.Add(blob, sections = files.Sections(blob));
        return sections;
    }

    private int Row(MaintainersSection section, int releaseId)
    {
        if (_byName.TryGetValue(section.Name, out var row) && row.LastReleaseId > releaseId)
            return row.Id;
        row ??= new Subsystem
        {
            Id = _byName.Count + 1,
            Name = section.Name,
            Slug = FreeSlug(section.Name),
            Maintainers = "",
            Lists = "",
            Trees = "",
            Patterns = "",
        };
        row.Status = section.Status;
        row.Maintainers = string.Join('\n', section.Maintainers);
        row.Lists = string.Join('\n', section.Lists);
        row.Trees = string.Join('\n', section.Trees);
        row.Patterns = string.Join('\n', section.Patterns.Select(p => $"{p.Kind}: {p.Value}"));
        row.LastReleaseId = releaseId;
        _byName[section.Name] = row;
        using var table = BulkTable.Insert<Subsystem>(context, replace: true);
        table.Write(row);
        return row.Id;
    }

    private string FreeSlug(string name)
    {
        var slug = Slug(name);
        var taken = _byName.Values.Select(s => s.Slug).ToHashSet();
        return !taken.Contains(slug) ? slug : Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{slug}-{n}").First(s => !taken.Contains(s));
    }

    private static string Slug(string name)
    {
        var words = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "section" : string.Join('-', words);
    }
}
