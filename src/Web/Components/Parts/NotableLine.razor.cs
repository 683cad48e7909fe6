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

    /// <summary>Its place on the page, to link to.</summary>
    [Parameter]
    public string? Id { get; set; }

    private int Shown => IsVerbose ? 4 : 1;

    private bool Ends => Change.Detail is not null && !".!?…".Contains(Change.Text[^1], StringComparison.Ordinal);

    /// <summary>Where all names are, when the line spells out only a few of very many.</summary>
    private string? List
    {
        get
        {
            if (Change.Names.Count <= Spelled || !((InterfaceKind)Change.Kind).IsCode() || Range.IsComparison || !KernelVersion.TryParse(Range.Version, out var version))
                return null;
            return Links.Identifiers(new InterfaceFilter
            {
                Kind = Change.Line.Count == 1 ? (InterfaceKind)Change.Kind : null,
                Release = version,
                Change = Change.Change == Happening.Removed ? InterfaceFate.Removed : Change.Change == Happening.CameAndWent ? InterfaceFate.Passing : InterfaceFate.Added,
            });
        }
    }

    private static string? Target(NotableRun run) => run switch
    {
        { Name: null } => null,
        { Kind: null } => Links.Kconfig(run.Name),
        _ => Links.Identifier(run.Name),
    };

    private static string Upper(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
