using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>Makes lines for people of what a stretch of a release brought and took, and ranks them. Pure: facts in, lines out.</summary>
internal static class NotableRules
{
    /// <summary>From this strength on a line is shown.</summary>
    private const int Strong = 50;

    /// <summary>As many lines as a reader takes in: of more, the strongest are shown.</summary>
    private const int MostOfAudience = 60;

    /// <summary>The lines by audience, area in the order of the taxonomy, and strength.</summary>
    public static IReadOnlyList<NotableChange> Of(NotableFacts facts)
    {
        var groups = new FactGroups(facts);
        List<Draft> drafts =
        [
            .. UserDrafts.Of(groups), .. OptionDrafts.Of(groups), .. ApiDrafts.Of(groups), .. DeveloperDrafts.Of(groups),
            .. BehaviourDrafts.Of(groups), .. PassingDrafts.Of(groups),
        ];
        var order = AreaNames.All.Select((area, index) => (area, index)).ToDictionary(a => a.area, a => a.index);
        var changes = Told(Topics.Gathered(drafts, groups), groups).Select(d => Finished(d, groups)).ToList();
        var shown = changes.Where(c => c.IsStrong).GroupBy(c => c.Audience)
            .SelectMany(g => g.OrderByDescending(c => c.Strength).ThenBy(c => c.Text, StringComparer.Ordinal).Take(MostOfAudience)).ToHashSet();
        return
        [
            .. changes
                .OrderBy(c => c.Audience).ThenBy(c => order[c.Area]).ThenByDescending(c => c.Strength).ThenBy(c => c.Text, StringComparer.Ordinal)
                .Select(c => c.IsStrong && !shown.Contains(c) ? c with { IsStrong = false } : c),
        ];
    }

    /// <summary>What a pull request says of a name in its own words stands with the line about the name, not beside it.</summary>
    private static List<Draft> Told(List<Draft> drafts, FactGroups groups)
    {
        var words = drafts.Where(d => d.PullPosition is not null).ToLookup(d => d.PullPosition);
        var told = new HashSet<Draft>();
        foreach (var draft in drafts.Where(d => d.PullPosition is null && d.Names.Count > 0 && d.Commits.Count > 0))
        {
            if (PullOf(draft, groups) is not { Text.Length: > 0 } pull)
                continue;
            foreach (var point in words[pull.Position].Where(w => draft.Names.Any(n => Wording.Mentions(w.Line[0].Text, n))))
            {
                draft.Detail ??= point.Line[0].Text + ".";
                told.Add(point);
            }
        }
        return [.. drafts.Where(d => !told.Contains(d))];
    }

    private static NotableChange Finished(Draft draft, FactGroups groups)
    {
        var commits = draft.Commits.Select(c => groups.Facts.Commits.GetValueOrDefault(c)).OfType<CommitFact>().ToList();
        var strength = Math.Clamp(draft.Strength, 0, Draft.Most);
        return new NotableChange
        {
            Audience = draft.Audience,
            Kind = draft.Kind,
            Change = draft.Change,
            Area = draft.Area ?? groups.AreaOf(draft.Commits) ?? Area.Miscellaneous,
            Line = draft.Line,
            Detail = string.IsNullOrEmpty(draft.Detail) ? null : draft.Detail,
            Evidence = draft.Evidence,
            Strength = strength,
            IsStrong = strength >= Strong && draft.Change != Happening.CameAndWent,
            Names = draft.Names,
            Paths = draft.Paths,
            Changesets = [.. commits.Select(c => new NotableChangeset(c.Sha, c.Subject))],
            Pull = PullOf(draft, groups) is { } pull ? new NotablePull(pull.Sha, pull.Title) : null,
        };
    }

    /// <summary>The pull that brought all of it; null when there is no such.</summary>
    private static PullFact? PullOf(Draft draft, FactGroups groups)
    {
        var position = draft.PullPosition;
        foreach (var id in draft.Commits)
        {
            if (!groups.Facts.Commits.TryGetValue(id, out var commit))
                continue;
            if (position is { } other && other != commit.Position)
                return null;
            position = commit.Position;
        }
        return position is { } only ? groups.Facts.Pulls.GetValueOrDefault(only) : null;
    }
}
