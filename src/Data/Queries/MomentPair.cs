using System.Diagnostics.CodeAnalysis;

namespace KernelTracker.Data.Queries;

/// <summary>Two moments between which something lies, as git writes them: "v2.6.28...v2.6.30".</summary>
/// <param name="From">The earlier one.</param>
/// <param name="To">The later one.</param>
public sealed record MomentPair(Moment From, Moment To)
{
    private const string Separator = "...";

    /// <summary>Whether a text is written as a pair, well or badly.</summary>
    public static bool LooksLikeOne(string? text) => text is not null && text.Contains("..", StringComparison.Ordinal);

    /// <summary>Reads a pair; two dots will do as well.</summary>
    /// <param name="text">The pair as written.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="problem">What is wrong, as a sentence for the reader.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MomentPair? pair, [NotNullWhen(false)] out string? problem)
    {
        var separator = text?.Contains(Separator, StringComparison.Ordinal) == true ? Separator : "..";
        var parts = (text ?? "").Split(separator, 2);
        if (parts.Length == 2)
            return TryParse(parts[0], parts[1], out pair, out problem);
        pair = null;
        problem = $"“{text}” names no two moments; write v2.6.28...v2.6.30.";
        return false;
    }

    /// <summary>Reads the two of a pair.</summary>
    public static bool TryParse(string? from, string? to, [NotNullWhen(true)] out MomentPair? pair, [NotNullWhen(false)] out string? problem)
    {
        pair = null;
        problem = null;
        if (!Moment.TryParse(from, out var first))
            problem = $"“{from}” is no moment. Write {Moment.Forms}.";
        else if (!Moment.TryParse(to, out var last))
            problem = $"“{to}” is no moment. Write {Moment.Forms}.";
        else
            pair = new MomentPair(first, last);
        return pair is not null;
    }

    /// <summary>The form that <see cref="TryParse(string, out MomentPair, out string)"/> reads back.</summary>
    public override string ToString() => From + Separator + To;
}
