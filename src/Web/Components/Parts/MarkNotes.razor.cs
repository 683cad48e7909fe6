using KernelTracker.Data.Model;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>What is odd about a commit object, in words.</summary>
public sealed partial class MarkNotes
{
    /// <summary>The oddities.</summary>
    [Parameter, EditorRequired]
    public required CommitMarks Marks { get; set; }

    /// <summary>How many parents the commit names.</summary>
    [Parameter, EditorRequired]
    public required int Parents { get; set; }

    /// <summary>How many of them this history holds.</summary>
    [Parameter, EditorRequired]
    public required int Known { get; set; }

    private IEnumerable<string> Notes
    {
        get
        {
            if (Marks.HasFlag(CommitMarks.EncodingGuessed))
                yield return "Its text is not valid in the encoding that it declares; it was read as Latin-1, so a letter may be wrong.";
            if (Marks.HasFlag(CommitMarks.ImplausibleDate))
                yield return "One of its dates is implausible: before 1991, or in the future when it was read. It is shown as committed; nothing is counted by it.";
            if (Marks.HasFlag(CommitMarks.MessageCut))
                yield return "Its message is longer than is kept here; the rest is in the git object only.";
            if (Marks.HasFlag(CommitMarks.Unreadable))
                yield return "The commit or one of its trees could not be read, so its files are not known.";
            if (Marks.HasFlag(CommitMarks.EmptyName))
                yield return "It gives no name for its author or committer.";
            if (Marks.HasFlag(CommitMarks.MissingParent) || Known < Parents)
                yield return $"It names {Say.Count(Parents, "parent")}, of which this history holds {Known}: the tree was cloned without its older history.";
        }
    }
}
