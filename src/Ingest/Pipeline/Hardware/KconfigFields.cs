using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>The fields of a definition whose changes are told as events.</summary>
internal static class KconfigFields
{
    /// <summary>Each field with the value that an event shows; null where it says nothing.</summary>
    public static IReadOnlyList<(KconfigEventKind Kind, Func<KconfigEntry, string?> Value)> All { get; } =
    [
        (KconfigEventKind.TypeChanged, e => e.Type.Keyword()),
        (KconfigEventKind.PromptChanged, e => e.Prompt),
        (KconfigEventKind.DependenciesChanged, e => e.OwnDependsOn.Count + e.Enclosing.Count == 0 ? null : string.Join('\n', e.DependsOn)),
    ];

    /// <summary>Whether no event tells the difference of two definitions.</summary>
    public static bool AreSame(KconfigEntry left, KconfigEntry right) =>
        ReferenceEquals(left, right)
        || (left.Type == right.Type && left.Prompt == right.Prompt
            && left.OwnDependsOn.SequenceEqual(right.OwnDependsOn) && left.Enclosing.SequenceEqual(right.Enclosing));
}
