using System.Diagnostics.CodeAnalysis;

namespace KernelTracker.Data.Queries;

/// <summary>Moments as people write several: "2009-03-30, v2.6.30-rc1".</summary>
public static class MomentList
{
    /// <summary>More are not read: no page has room for as many parts.</summary>
    public const int Most = 30;

    private static readonly char[] Separators = [',', ';', '\n', '\r'];

    /// <summary>Reads a list; an empty one when there is nothing in it.</summary>
    /// <param name="text">The moments, separated by commas, semicolons or line ends.</param>
    /// <param name="moments">The moments as written, without repetitions.</param>
    /// <param name="problem">What is wrong, as a sentence for the reader.</param>
    public static bool TryParse(string? text, out IReadOnlyList<Moment> moments, [NotNullWhen(false)] out string? problem)
    {
        moments = [];
        problem = null;
        var words = (text ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > Most)
        {
            problem = $"These are {words.Length} moments; no more than {Most} can be cut at.";
            return false;
        }
        var read = new List<Moment>();
        foreach (var word in words)
        {
            if (!Moment.TryParse(word, out var moment))
            {
                problem = $"“{word}” is no moment. Write {Moment.Forms}.";
                return false;
            }
            if (!read.Contains(moment))
                read.Add(moment);
        }
        moments = read;
        return true;
    }

    /// <summary>The form that <see cref="TryParse"/> reads back.</summary>
    public static string ToText(IEnumerable<Moment> moments) => string.Join(", ", moments);
}
