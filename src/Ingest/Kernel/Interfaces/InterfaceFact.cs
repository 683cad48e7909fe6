using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>A name that a file holds for others to rely on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name as the source spells it.</param>
/// <param name="Text">What stands with it, on one line; empty when there is nothing.</param>
internal sealed record InterfaceFact(InterfaceKind Kind, string Name, string Text) : IComparable<InterfaceFact>
{
    /// <inheritdoc />
    public int CompareTo(InterfaceFact? other) => other is null ? 1 : Compare(this, other);

    /// <summary>The order of facts in a list: by kind, then by name, character by character.</summary>
    public static int Compare(InterfaceFact left, InterfaceFact right) =>
        left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind) : string.CompareOrdinal(left.Name, right.Name);
}
