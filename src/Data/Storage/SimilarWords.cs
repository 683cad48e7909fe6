namespace KernelTracker.Data.Storage;

/// <summary>Tells misspelt words: by the fewest letters to insert, remove, replace, or swap with their neighbour.</summary>
public static class SimilarWords
{
    /// <summary>Shorter words resemble too many others.</summary>
    public const int MinLength = 4;

    private const int LongWord = 7;

    /// <summary>How many mistakes a word of some length may have.</summary>
    public static int Allowed(int length) => length < MinLength ? 0 : length < LongWord ? 1 : 2;

    /// <summary>The distance of two words, or more than <paramref name="most"/> when it is greater than that.</summary>
    public static int Distance(string one, string other, int most)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (Math.Abs(one.Length - other.Length) > most)
            return most + 1;
        var before = new int[other.Length + 1];
        var previous = new int[other.Length + 1];
        var current = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    distance = Math.Min(distance, before[j - 2] + 1);
                current[j] = distance;
                least = Math.Min(least, distance);
            }
            if (least > most)
                return most + 1;
            (before, previous, current) = (previous, current, before);
        }
        return previous[other.Length];
    }

    /// <summary>The word most like another, of those within the allowed distance; the more frequent one of two; null when there is none.</summary>
    public static string? Nearest(string word, IEnumerable<(string Word, int Count)> words)
    {
        ArgumentNullException.ThrowIfNull(word);
        var allowed = Allowed(word.Length);
        return words
            .Select(w => (w.Word, w.Count, Distance: Distance(word, w.Word, allowed)))
            .Where(w => w.Distance <= allowed)
            .OrderBy(w => w.Distance).ThenByDescending(w => w.Count).ThenBy(w => w.Word, StringComparer.Ordinal)
            .Select(w => w.Word)
            .FirstOrDefault();
    }
}
