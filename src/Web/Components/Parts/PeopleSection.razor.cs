using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>The part of a report that tells who was behind it.</summary>
public sealed partial class PeopleSection
{
    /// <summary>Rows of each table; the page of people has the rest.</summary>
    private const int Shown = 15;

    /// <summary>What is told.</summary>
    [Parameter, EditorRequired]
    public required PeopleReport Report { get; set; }
}
