using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Classification;
using KernelTracker.Ingest.Kernel;
using Microsoft.EntityFrameworkCore;

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
    private readonly HashSet<string> _slugs = [.. context.Subsystems.Select(s => s.Slug)];
    private int _lastId = context.Subsystems.Max(s => (int?)s.Id) ?? 0;
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

    /// <summary>Brings the rows up to date: each section stands as the newest release has it that is judged by a file with it.</summary>
    /// <param name="releases">Releases in tag order, with the file that <see cref="FilesFor"/> gives.</param>
    public void WriteRows(IReadOnlyList<(int ReleaseId, ObjectId? File)> releases)
    {
        var seen = new HashSet<string>();
        using var table = BulkTable.Insert<Subsystem>(context, replace: true);
        foreach (var (release, file) in releases.Reverse())
        {
            foreach (var section in file is { } blob ? Sections(blob) : [])
            {
                if (seen.Add(section.Name))
                    table.Write(Row(section, release));
            }
        }
        foreach (var gone in _byName.Keys.Except(seen).ToList())
        {
            var id = _byName[gone].Id;
            context.Subsystems.Where(s => s.Id == id).ExecuteDelete();
            _byName.Remove(gone);
        }
    }

    /// <summary>The rules of a MAINTAINERS file, whose sections have rows.</summary>
    public ReleaseSubsystems Rules(ObjectId blob)
    {
        if (_rules.TryGetValue(blob, out var known))
            return known;
        var sections = Sections(blob);
        var rules = new ReleaseSubsystems(new SubsystemRules(sections), [.. sections.Select(s => _byName[s.Name].Id)]);
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

    private Subsystem Row(MaintainersSection section, int releaseId)
    {
        _byName.TryGetValue(section.Name, out var old);
        var row = new Subsystem
        {
            Id = old?.Id ?? ++_lastId,
            Name = section.Name,
            Slug = old?.Slug ?? FreeSlug(section.Name),
            Status = section.Status,
            Maintainers = string.Join('\n', section.Maintainers),
            Lists = string.Join('\n', section.Lists),
            Trees = string.Join('\n', section.Trees),
            Patterns = string.Join('\n', section.Patterns.Select(p => $"{p.Kind}: {p.Value}")),
            LastReleaseId = releaseId,
        };
        _byName[section.Name] = row;
        _slugs.Add(row.Slug);
        return row;
    }

    private string FreeSlug(string name)
    {
        var slug = Slug(name);
        return !_slugs.Contains(slug) ? slug : Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{slug}-{n}").First(s => !_slugs.Contains(s));
    }

    private static string Slug(string name)
    {
        var words = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "section" : string.Join('-', words);
    }
}
