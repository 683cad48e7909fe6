using KernelTracker.Data.Queries;
using KernelTracker.Web.Api;
using KernelTracker.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Pages;

/// <summary>Who was behind the changesets of a release, as of any moment and between any two, of all or of a share of them.</summary>
public sealed partial class PeoplePage(RangeQueries ranges, CompareQueries compare, PeopleQueries people, ChangesetListQueries changesets)
{
    /// <summary>Rows of a table among the others.</summary>
    private const int Top = 20;

    /// <summary>Rows of a table that stands alone.</summary>
    private const int APage = 200;

    /// <summary>The release, from the address; null for a comparison.</summary>
    [Parameter]
    public string? Version { get; set; }

    /// <summary>The two moments of a comparison, from the address.</summary>
    [Parameter]
    public string? Pair { get; set; }

    /// <summary>Only this table, whole.</summary>
    [SupplyParameterFromQuery(Name = "table")]
    private string? TableText { get; set; }

    [SupplyParameterFromQuery(Name = "area")]
    private string? Area { get; set; }

    [SupplyParameterFromQuery(Name = "part")]
    private string? Part { get; set; }

    [SupplyParameterFromQuery(Name = "subsystem")]
    private string? Subsystem { get; set; }

    [SupplyParameterFromQuery(Name = "tree")]
    private string? Tree { get; set; }

    [SupplyParameterFromQuery(Name = "employer")]
    private string? Employer { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "since")]
    private string? Since { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private string? Problem { get; set; }

    private bool IsMissing { get; set; }

    private ChangesetFilter Filter { get; set; } = new();

    private PeopleTable? Table { get; set; }

    private PeopleReport? Report { get; set; }

    private IReadOnlyList<string> Conditions { get; set; } = [];

    private int Page => Pager.Number(PageText);

    /// <summary>What the form of another moment keeps.</summary>
    private IEnumerable<(string Name, string? Value)> Kept =>
        new (string Name, string? Value)[] { ("table", TableText), ("area", Area), ("part", Part), ("subsystem", Subsystem), ("tree", Tree), ("employer", Employer) }
            .Where(p => !string.IsNullOrEmpty(p.Value));

    protected override async Task OnInitializedAsync()
    {
        var (filter, wrong) = ChangesetFilterReader.Read(Area, Part, Subsystem, Tree, employer: Employer);
        if (wrong is null && !string.IsNullOrEmpty(TableText))
        {
            if (PeopleTables.TryParse(TableText, out var table))
                Table = table;
            else
                wrong = PeopleDownloads.NoTable(TableText);
        }
        if (wrong is not null)
        {
            Problem = wrong;
            return;
        }
        Filter = filter!;
        var (range, problem, isMissing) = Pair is not null
            ? await RangeReader.ReadAsync(Pair, compare, CancellationToken.None)
            : await RangeReader.ReadAsync(Version!, AsOf, Since, ranges.FindAsync, CancellationToken.None);
        (Problem, IsMissing) = (problem, isMissing);
        if (range is null)
            return;
        Report = await people.ReportAsync(range, Filter, CancellationToken.None);
        Conditions = FilterWords.Of(Filter, await changesets.NamesAsync(Filter, CancellationToken.None), range.Version);
    }

    private static string Heading(ReleaseRange range) => range.IsComparison
        ? $"People from {Say.Moment(range.Since)} to {Say.Moment(range.AsOf)}"
        : $"People of {range.Version}" + (range.CutAt is { } asOf ? $" as of {Say.Moment(asOf)}" : "") + (range.Since is { } since ? $", since {Say.Moment(since)}" : "");

    private List<(string Text, string Address)> Steps(ReleaseRange range)
    {
        List<(string Text, string Address)> steps = range.IsComparison
            ? [("Compare", "/compare"), (range.GitRange, Links.Compare(range))]
            : [("Releases", "/releases"), (range.Version, Links.Release(range.Version))];
        if (Table is not null)
            steps.Add(("people", Links.People(range, Filter)));
        return steps;
    }
}
