using System.Globalization;

namespace KernelTracker.Ingest.Sample;

/// <summary>What a story needs that its lines do not spell out: the files there from the start, and moments.</summary>
internal static class Cast
{
    /// <summary>Lines of the top-level Makefile that carry the version.</summary>
    public const int VersionLines = 5;

    private const int FirstHour = 9;
    private const int MinutesOfADay = 600;

    /// <summary>
    /// The files that the first commit must hold, with their lengths: each that some changeset edits and none adds before.
    /// "stand-in PATH LINES" sets a length.
    /// </summary>
    public static SortedDictionary<string, int> StandInsOf(IReadOnlyList<OutlineNode> story)
    {
        var lengths = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["Makefile"] = VersionLines + 20 };
        var added = story.Where(n => n.Word == "import").SelectMany(n => n.Children).Where(n => n.Word == "file").Select(n => n.Rest)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var step in story.SelectMany(ChangesOf).SelectMany(c => c.Files))
        {
            if (step is NewFile)
                added.Add(step.Path);
            else if (!added.Contains(step.Path))
                lengths[step.Path] = lengths.GetValueOrDefault(step.Path, 40 + (StandIn.Hash(step.Path) % 160)) + (step is EditFile edit ? edit.Removed : 0);
            if (step is MoveFile move)
                added.Add(move.To);
        }
        foreach (var node in story.Where(n => n.Word == "stand-in"))
        {
            if (node.Rest.Split(' ') is not [var path, var lines] || !int.TryParse(lines, CultureInfo.InvariantCulture, out var length))
                throw node.Error("a stand-in is 'stand-in PATH LINES'.");
            lengths[path] = length;
        }
        return lengths;
    }

    /// <summary>The lines of the top-level Makefile for a version such as "v3.18-rc1".</summary>
    public static string MakefileVersion(string tag)
    {
        var parts = tag[1..].Split('-', 2);
        var numbers = parts[0].Split('.');
        return $"VERSION = {numbers[0]}\nPATCHLEVEL = {numbers[1]}\nSUBLEVEL = {(numbers.Length > 2 ? numbers[2] : "0")}\nEXTRAVERSION ={(parts.Length > 1 ? " -" + parts[1] : "")}\nNAME = Invented Sample\n";
    }

    /// <summary><paramref name="count"/> moments, evenly over the working hours of the days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static IEnumerable<DateTimeOffset> Spread(DateOnly first, DateOnly last, int count, TimeSpan offset)
    {
        var minutes = (last.DayNumber - first.DayNumber + 1) * MinutesOfADay;
        for (var i = 0; i < count; i++)
        {
            var at = ((2L * i) + 1) * minutes / (2L * count);
            var day = first.AddDays((int)(at / MinutesOfADay));
            yield return new DateTimeOffset(day.ToDateTime(new TimeOnly(FirstHour, 0)), offset).AddMinutes(at % MinutesOfADay).AddSeconds(i * 7 % 60);
        }
    }

    private static IEnumerable<StoryChange> ChangesOf(OutlineNode node) =>
        StoryChange.IsChange(node) ? StoryChange.Read(node)
        : node.Word is "branch" or "pull" ? node.Children.SelectMany(ChangesOf)
        : [];
}
