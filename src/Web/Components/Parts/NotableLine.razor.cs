using KernelTracker.Data.Model;
using KernelTracker.Data.Notable;
using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>One line of what users or developers will notice, with the way to its evidence.</summary>
public sealed partial class NotableLine
{
    private const int Spelled = 12;

    /// <summary>The change.</summary>
    [Parameter, EditorRequired]
    public required NotableChange Change { get; set; }

    /// <summary>The stretch.</summary>
    [Parameter, EditorRequired]
    public required ReleaseRange Range { get; set; }

    /// <summary>Say what it stands on, and name more changesets.</summary>
    [Parameter]
    public bool IsVerbose { get; set; }

    /// <summary>Only the line and one changeset: there is a page that says more of it.</summary>
    [Parameter]
    public bool IsBrief { get; set; }

    /// <summary>Whether this is where its changesets are listed; elsewhere a few of them lead here.</summary>
    [Parameter]
    public bool IsAtHome { get; set; }

    /// <summary>Its place on the page, to link to.</summary>
    [Parameter]
    public string? Id { get; set; }

    private int Shown => IsAtHome ? 24 : IsVerbose ? 4 : 1;

    private bool Ends => (IsVerbose || (!IsBrief && Change.Detail is not null)) && !".!?…".Contains(Change.Text[^1], StringComparison.Ordinal);

    /// <summary>Where more of its changesets are; null when this is the place, or there is none.</summary>
    private string? Evidence => IsAtHome || Range.IsComparison ? null : Links.Changes(Range, Change.Kind, Change.Area);

    /// <summary>Where all names are, when the line only counts them, or spells out a few of very many.</summary>
    private string? List
    {
        get
        {
            if ((Change.Names.Count <= Spelled && Change.Line.Count > 1) || !((InterfaceKind)Change.Kind).IsCode() || Range.IsComparison || !KernelVersion.TryParse(Range.Version, out var version))
                return null;
            return Links.Identifiers(new InterfaceFilter
            {
                Kind = Change.Line.Count == 1 ? (InterfaceKind)Change.Kind : null,
                Release = version,
                Change = Change.Change == Happening.Removed ? InterfaceFate.Removed : Change.Change == Happening.CameAndWent ? InterfaceFate.Passing : InterfaceFate.Added,
            });
        }
    }

    /// <summary>Of a brief line the short one, which leads on to the full one: full names are what no compression makes smaller.</summary>
    private string Address(ObjectId sha) => IsBrief ? "/changesets/" + sha.Abbreviated : Links.Changeset(sha);

    private static string? Target(NotableRun run) => run switch
    {
        { Name: null } => null,
        { Kind: null } => Links.Kconfig(run.Name),
        _ => Links.Identifier(run.Name),
    };

    /// <summary>A name as the source spells it; the prompt of an option is prose.</summary>
    private static bool IsCode(NotableRun run) => run.Kind is not null || run.Text == run.Name || run.Text.StartsWith("CONFIG_", StringComparison.Ordinal);

    private static string Upper(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
