using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>The fields of a definition whose changes are told as events.</summary>
internal static class KconfigFields
{
    /// <summary>Each field with the value that an event shows; null where it says nothing.</summary>
    public static IReadOnlyList<(KconfigEventKind Kind, Func<KconfigEntry, string?> Value)> All { get; } =
    [
        (KconfigEventKind.TypeChanged, e => Type(e.Type)),
        (KconfigEventKind.PromptChanged, e => e.Prompt),
        (KconfigEventKind.DependenciesChanged, e => e.OwnDependsOn.Count + e.Enclosing.Count == 0 ? null : string.Join('\n', e.DependsOn)),
    ];

    /// <summary>Whether no event tells the difference of two definitions.</summary>
    public static bool AreSame(KconfigEntry left, KconfigEntry right) =>
        ReferenceEquals(left, right)
        || (left.Type == right.Type && left.Prompt == right.Prompt
            && left.OwnDependsOn.SequenceEqual(right.OwnDependsOn) && left.Enclosing.SequenceEqual(right.Enclosing));

    /// <summary>A type as Kconfig files spell it; null for none.</summary>
    public static string? Type(KconfigType type) => type switch
    {
        KconfigType.Bool => "bool",
        KconfigType.Tristate => "tristate",
        KconfigType.Text => "string",
        KconfigType.Hex => "hex",
        KconfigType.Number => "int",
        _ => null,
    };
}
