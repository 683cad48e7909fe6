using KernelTracker.Data.Queries;

namespace KernelTracker.Web.Components;

/// <summary>The flow from tree to tree in words.</summary>
public static class FlowWords
{
    private const int Named = 5;

    /// <summary>How to read the picture.</summary>
    public const string Caption = "From left to right: trees that others merged, trees that mainline pulled, mainline. The height of a band is its share of the changesets.";

    /// <summary>The main point in a sentence or two.</summary>
    public static string Sentence(FlowReport flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow.Nested == 0
            ? "Every changeset came from the tree that mainline pulled; no merge within a pull names another."
            : $"{Say.Count(flow.Nested, "changeset")} ({Say.Share(flow.Nested, flow.Changesets)}) came from trees that another tree had merged before mainline pulled it"
                + (flow.Submaintainers > 0 ? $"; {Say.Count(flow.Submaintainers, "tree")} reached mainline in no other way." : ".");
    }

    /// <summary>What the picture shows, for those who read the page without pictures.</summary>
    public static string Alt(FlowReport flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var largest = flow.Lines.Where(l => l.Into is null).Take(Named).Select(l => $"{Plain.Subject(l.Source.Name)} {Say.Count(l.Changesets)}");
        var inner = flow.Lines.Where(l => l.Into is not null).Take(Named)
            .Select(l => $"{Plain.Subject(l.Source.Name)} into {Plain.Subject(l.Into!.Name)} {Say.Count(l.Changesets)}").ToList();
        return $"Picture of the flow of {Say.Count(flow.Changesets, "changeset")} into mainline; the largest trees: {string.Join(", ", largest)}."
            + (inner.Count > 0 ? $" From tree to tree: {string.Join(", ", inner)}." : "");
    }
}
