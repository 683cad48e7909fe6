using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1862, CA1311, CA1304 // These comparisons are translated to SQL, which knows no StringComparison.

namespace KernelTracker.Data.Queries;

/// <summary>Reads what notable changes of a stretch are made of.</summary>
internal static class NotableReader
{
    /// <summary>The facts of a stretch.</summary>
    public static async Task<NotableFacts> ReadAsync(TrackerContext context, ReleaseRange range, CancellationToken cancellation)
    {
        var names = await InterfaceFacts.ReadAsync(context, range, cancellation);
        var options = await OptionsAsync(context, range, cancellation);
        var wanted = names.SelectMany(n => n.Commits)
            .Concat(options.Select(o => o.Commit).OfType<int>())
            .Distinct().ToList();
        var rows = await (
            from commit in context.Commits.InRange(range)
            where !commit.IsMerge && (EF.Parameter(wanted).Contains(commit.Id) || commit.Subject.ToLower().Contains(BehaviourDrafts.Word))
            select new { commit.Id, commit.Sha, commit.Subject, commit.Area, commit.Position }).ToListAsync(cancellation);
        // That a subject has the word is no reason to tell of it; the rules say which do.
        var behaviour = rows.Where(c => BehaviourDrafts.Tells(c.Subject)).Select(c => c.Id).ToList();
        var described = names.Where(n => n.Kind is InterfaceKind.AbiFile or InterfaceKind.BootParameter).SelectMany(n => n.Commits).Distinct().ToList();
        var (reverted, ofDocuments, ofNewFiles) =
            (await RevertedAsync(context, range, behaviour, cancellation), await OfDocumentsAsync(context, described, cancellation), await OfNewFilesAsync(context, range, behaviour, cancellation));
        var commits = rows.ToDictionary(c => c.Id, c => new CommitFact(c.Id, new ObjectId(c.Sha), c.Subject, c.Area, c.Position!.Value)
        {
            IsReverted = reverted.Contains(c.Id),
            IsOfDocuments = ofDocuments.Contains(c.Id),
            IsOfNewFiles = ofNewFiles.Contains(c.Id),
        });
        var pulls = await (
            from pull in context.Pulls.InRange(range)
            join merge in context.Commits on pull.CommitId equals merge.Id
            select new { pull.Position, merge.Sha, pull.Title, pull.Text, pull.Area })
            .ToDictionaryAsync(p => p.Position, p => new PullFact(p.Position, new ObjectId(p.Sha), p.Title, p.Text, p.Area), cancellation);
        return new NotableFacts(names, options, await NewHeadersAsync(context, range, names, cancellation), commits, pulls);
    }

    /// <summary>Those of some changesets that a later one of the stretch reverts, which none reverts in turn.</summary>
    private static async Task<HashSet<int>> RevertedAsync(TrackerContext context, ReleaseRange range, List<int> commits, CancellationToken cancellation)
    {
        var reverts =
            from repair in context.Repairs
            where repair.Kind == RepairKind.Reverts && repair.TargetCommitId != null
            join commit in context.Commits.InRange(range) on repair.CommitId equals commit.Id
            select new { repair.CommitId, Target = repair.TargetCommitId!.Value };
        return (await reverts
            .Where(r => EF.Parameter(commits).Contains(r.Target) && !reverts.Any(o => o.Target == r.CommitId))
            .Select(r => r.Target).ToListAsync(cancellation)).ToHashSet();
    }

    /// <summary>Those of some changesets that touch nothing but documents.</summary>
    private static async Task<HashSet<int>> OfDocumentsAsync(TrackerContext context, List<int> commits, CancellationToken cancellation)
    {
        var touched = await (
            from change in context.FileChanges
            where EF.Parameter(commits).Contains(change.CommitId)
            join path in context.Paths on change.PathId equals path.Id
            group path.Name.StartsWith("Documentation/") by change.CommitId into areDocuments
            select new { areDocuments.Key, AreAll = areDocuments.All(d => d) }).ToListAsync(cancellation);
        return [.. touched.Where(t => t.AreAll).Select(t => t.Key)];
    }

    /// <summary>Those of some changesets that touch only files which the stretch brought.</summary>
    private static async Task<HashSet<int>> OfNewFilesAsync(TrackerContext context, ReleaseRange range, List<int> commits, CancellationToken cancellation)
    {
        var touched = await context.FileChanges.Where(f => EF.Parameter(commits).Contains(f.CommitId)).Select(f => new { f.CommitId, f.PathId }).ToListAsync(cancellation);
        var paths = touched.Select(t => t.PathId).Distinct().ToList();
        var came = (await (
            from change in context.FileChanges
            where EF.Parameter(paths).Contains(change.PathId) && change.Kind == ChangeKind.Added
            join commit in context.Commits.InRange(range) on change.CommitId equals commit.Id
            select change.PathId).Distinct().ToListAsync(cancellation)).ToHashSet();
        return [.. touched.GroupBy(t => t.CommitId).Where(g => g.All(t => came.Contains(t.PathId))).Select(g => g.Key)];
    }

    /// <summary>
    /// How many options each of some menus has, where it is a choice. Those are stored like menus, but nothing else has only
    /// switches with prompts, of which none has a default of its own nor needs another one of them.
    /// </summary>
    private static async Task<Dictionary<string, int>> ChoicesAsync(TrackerContext context, int release, List<string> menus, CancellationToken cancellation)
    {
        var members = await (
            from definition in context.KconfigDefinitions
            where definition.FirstReleaseId <= release && (definition.EndReleaseId == null || definition.EndReleaseId > release) && EF.Parameter(menus).Contains(definition.Menu)
            join symbol in context.KconfigSymbols on definition.SymbolId equals symbol.Id
            select new { definition.Menu, definition.PathId, symbol.Name, definition.Type, definition.Prompt, definition.Defaults, definition.DependsOn }).ToListAsync(cancellation);
        return members.GroupBy(m => m.Menu)
            .Where(g => g.Count() > 1 && g.Select(m => m.PathId).Distinct().Count() == 1
                && g.All(m => m.Type == KconfigType.Bool && m.Prompt is not null && m.Defaults.Length == 0)
                && !g.Any(m => g.Any(o => o != m && Wording.Mentions(m.DependsOn, o.Name))))
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    /// <summary>Options with a prompt that came or went net of the release, those of devices left out.</summary>
    private static async Task<List<OptionFact>> OptionsAsync(TrackerContext context, ReleaseRange range, CancellationToken cancellation)
    {
        var (first, last) = (range.FirstReleaseId, range.ReleaseId);
        var rows = await (
            from happening in context.KconfigEvents
            where happening.ReleaseId >= first && happening.ReleaseId <= last && (happening.Kind == KconfigEventKind.Added || happening.Kind == KconfigEventKind.Removed)
            join symbol in context.KconfigSymbols on happening.SymbolId equals symbol.Id
            // What is new hardware is listed as such. What later releases bring changes nothing about this one.
            where happening.Kind == KconfigEventKind.Removed || !context.HardwareAdditions.Any(a => a.Symbol == symbol.Name && a.ReleaseId <= last)
            join path in context.Paths on happening.PathId equals path.Id
            from commit in context.Commits.Where(c => c.Id == happening.CommitId).DefaultIfEmpty()
            orderby happening.Id
            select new
            {
                happening.SymbolId,
                happening.ReleaseId,
                symbol.Name,
                happening.Kind,
                happening.Before,
                happening.After,
                Path = path.Name,
                happening.CommitId,
                Position = commit == null ? null : commit.Position,
                Device = context.HardwareAdditions.Where(a => a.Symbol == symbol.Name && a.ReleaseId < first).Select(a => a.Name).FirstOrDefault(),
            }).ToListAsync(cancellation);
        var removing = rows.Where(r => r.Kind == KconfigEventKind.Removed).Select(r => r.CommitId).OfType<int>().Distinct().ToList();
        var removed = (await (
            from change in context.FileChanges
            where EF.Parameter(removing).Contains(change.CommitId) && change.Kind == ChangeKind.Deleted
            join path in context.Paths on change.PathId equals path.Id
            where path.Name.EndsWith(".c")
            select new { change.CommitId, path.Name }).ToListAsync(cancellation)).ToLookup(f => f.CommitId, f => f.Name);
        var ids = rows.Select(r => r.SymbolId).Distinct().ToList();
        var kinds = rows.ToLookup(r => r.SymbolId, r => r.Kind);
        var definitions = (await (
            from definition in context.KconfigDefinitions
            where (definition.FirstReleaseId >= first || definition.EndReleaseId >= first) && definition.FirstReleaseId <= last && EF.Parameter(ids).Contains(definition.SymbolId)
            select new { definition.SymbolId, definition.FirstReleaseId, definition.EndReleaseId, definition.Prompt, definition.Help, definition.Type, definition.Defaults, definition.Menu })
            .ToListAsync(cancellation)).ToLookup(d => d.SymbolId);
        var menus = rows.Where(r => r.Kind == KconfigEventKind.Added).SelectMany(r => definitions[r.SymbolId])
            .Where(d => d.Menu.Length > 0 && d.Type == KconfigType.Bool).Select(d => d.Menu).Distinct().ToList();
        var choices = await ChoicesAsync(context, last, menus, cancellation);
        return
        [
            .. from row in rows
               where row.Position is { } position ? position > range.After && position <= range.UpTo : range.WholeReleases.Contains(row.ReleaseId)
               // Came and went, or went and came back.
               where kinds[row.SymbolId].All(k => k == row.Kind)
               let definition = definitions[row.SymbolId]
                   .Where(d => row.Kind == KconfigEventKind.Added ? d.FirstReleaseId >= first : d.EndReleaseId <= last)
                   .OrderByDescending(d => d.Prompt is not null).ThenByDescending(d => d.FirstReleaseId).FirstOrDefault()
               let prompt = row.Kind == KconfigEventKind.Removed && row.Device is not null ? row.Device : definition?.Prompt ?? row.After ?? row.Before
               where prompt is not null
               select new OptionFact(
                   row.Name, row.Kind == KconfigEventKind.Added ? Happening.Added : Happening.Removed, prompt,
                   definition?.Help ?? "", definition?.Type ?? KconfigType.Unknown,
                   definition?.Defaults.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [], definition?.Menu ?? "", row.Path, row.CommitId,
                   row.CommitId is { } commit ? removed[commit].Count(f => f.StartsWith(row.Path[..(row.Path.LastIndexOf('/') + 1)], StringComparison.Ordinal)) : 0)
               {
                   Choices = row.Kind == KconfigEventKind.Added && definition is not null ? choices.GetValueOrDefault(definition.Menu) : 0,
               },
        ];
    }

    /// <summary>Headers among the files of names that a changeset of the stretch added.</summary>
    private static async Task<HashSet<string>> NewHeadersAsync(
        TrackerContext context, ReleaseRange range, IReadOnlyList<NameFact> names, CancellationToken cancellation)
    {
        var headers = names.Where(n => n.Change == Happening.Added && n.Kind.IsCode()).SelectMany(n => n.Paths)
            .Where(p => p.StartsWith("include/", StringComparison.Ordinal)).Distinct().ToList();
        return (await (
            from path in context.Paths
            where EF.Parameter(headers).Contains(path.Name)
            where context.FileChanges.Any(f => f.PathId == path.Id && f.Kind == ChangeKind.Added && context.Commits.InRange(range).Any(c => c.Id == f.CommitId))
            select path.Name).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
    }
}
