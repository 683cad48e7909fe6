using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>A notable change in the making.</summary>
internal sealed class Draft
{
    /// <summary>The strength of the surest and most noticed.</summary>
    public const int Most = 100;

    private readonly List<string> evidence = [];

    public required Audience Audience { get; init; }

    public required NotableKind Kind { get; init; }

    public required Happening Change { get; init; }

    public required IReadOnlyList<NotableRun> Line { get; set; }

    public required string Evidence
    {
        get => Wording.Evidence(evidence);
        set
        {
            evidence.Clear();
            evidence.Add(value);
        }
    }

    public required int Strength { get; set; }

    public IReadOnlyList<string> Names { get; set; } = [];

    public IReadOnlyList<string> Paths { get; set; } = [];

    public string? Detail { get; set; }

    /// <summary>Where it belongs, whatever its changesets touched; null when those tell.</summary>
    public Area? Area { get; init; }

    /// <summary>The pull whose words it is, by position on the chain; null for what changesets did.</summary>
    public int? PullPosition { get; init; }

    /// <summary>The changesets behind it.</summary>
    public SortedSet<int> Commits { get; } = [];

    /// <summary>It stands on this too.</summary>
    public void Stand(string more) => evidence.Add(more);

    /// <summary>The draft of the facts of one line.</summary>
    public static Draft Of(Audience audience, IReadOnlyList<NameFact> facts, IReadOnlyList<NotableRun> line, string evidence, int strength, Area? area = null)
    {
        var draft = new Draft
        {
            Audience = audience,
            Kind = (NotableKind)facts[0].Kind,
            Change = facts[0].Change,
            Line = line,
            Evidence = evidence,
            Strength = strength,
            Area = area,
            Names = [.. facts.Select(f => f.Name).Distinct()],
            Paths = [.. facts.SelectMany(f => f.Paths).Distinct()],
        };
        draft.Commits.UnionWith(facts.SelectMany(f => f.Commits));
        return draft;
    }
}
