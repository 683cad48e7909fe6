using System.Text.RegularExpressions;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>What in the name of a device tells it from others.</summary>
internal static partial class ModelName
{
    /// <summary>A name without its vendor and kind.</summary>
    public static string Of(DeviceName name)
    {
        var model = name.Name.EndsWith(name.Kind, StringComparison.Ordinal) ? name.Name[..^name.Kind.Length] : name.Name;
        return name.Vendor is { } vendor && model.StartsWith(vendor + " ", StringComparison.Ordinal) ? model[(vendor.Length + 1)..] : model;
    }

    /// <summary>The parts of a device without those in brackets: the processor of "EcoVec (SH7724) boards" is older than the board.</summary>
    public static List<string> OwnParts(DeviceName name)
    {
        var own = InBrackets().Replace(name.Name, "");
        return [.. name.Parts.Where(p => own.Contains(p, StringComparison.OrdinalIgnoreCase) || !name.Name.Contains(p, StringComparison.OrdinalIgnoreCase))];
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex InBrackets();
}
