using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>Lines about defaults and behaviour, which no interface shows: by the words of changesets and pull requests.</summary>
internal static partial class BehaviourDrafts
{
    /// <summary>Longer pull requests are read so far: no request for people is longer.</summary>
    private const int LongestText = 50_000;

    private const int LongestBullet = 300;

    /// <summary>Every subject that <see cref="Tells"/> has it, in any case.</summary>
    public const string Word = "default";

    /// <summary>Whether a subject says that something works otherwise by default.</summary>
    public static bool Tells(string subject) => subject.Contains(Word, StringComparison.OrdinalIgnoreCase) && DefaultForm().IsMatch(subject) && !RepairForm().IsMatch(subject);

    /// <summary>
    /// A line for each changeset and each point of a pull request that tells of such. What was reverted is as before, and
    /// what is new itself never was otherwise.
    /// </summary>
    public static IEnumerable<Draft> Of(FactGroups groups)
    {
        foreach (var commit in groups.Facts.Commits.Values.Where(c => Tells(c.Subject) && c is { IsReverted: false, IsOfNewFiles: false }).OrderBy(c => c.Id))
        {
            var draft = Words(Subject(commit.Subject), "the subject of the changeset", 54 + Places.Weight(commit.Area), commit.Area, Happening.Changed);
            draft.Commits.Add(commit.Id);
            yield return draft;
        }
        foreach (var pull in groups.Facts.Pulls.Values.OrderBy(p => p.Position))
        {
            foreach (var point in Points(pull.Text))
            {
                if (AdditionForm().IsMatch(point) && !RepairForm().IsMatch(point))
                    yield return Words(point, "the pull request", 44 + Places.Weight(pull.Area), pull.Area, Happening.Added, pull.Position);
            }
        }
    }

    /// <summary>The points of a pull request: lines behind "-", "*" or "o", with what continues them.</summary>
    public static IEnumerable<string> Points(string text)
    {
        string? point = null;
        foreach (var line in (text.Length > LongestText ? text[..LongestText] : text).Split('\n'))
        {
            var words = line.Trim();
            var isPoint = words.Length > 2 && words[0] is '-' or '*' or '+' && words[1] == ' ';
            if (isPoint || words.Length == 0 || !char.IsWhiteSpace(line[0]))
            {
                if (point is not null)
                    yield return Cut(point);
                point = isPoint ? words[2..].Trim() : null;
            }
            else if (point is not null && point.Length < LongestBullet)
            {
                point += " " + words;
            }
        }
        if (point is not null)
            yield return Cut(point);
    }

    private static string Cut(string point)
    {
        var plain = AuthorForm().Replace(point, "").TrimEnd('.', ',', ';', ':', ' ');
        return plain.Length <= LongestBullet ? plain : plain[..LongestBullet] + " …";
    }

    private static Draft Words(string words, string evidence, int strength, Area area, Happening change, int? pull = null) => new()
    {
        Audience = FunctionForm().IsMatch(words) ? Audience.Developers : Audience.Users,
        Kind = NotableKind.Behaviour,
        Change = change,
        Line = [new NotableRun(words)],
        Evidence = evidence,
        Strength = strength,
        Area = area,
        PullPosition = pull,
    };

    /// <summary>A subject without the marks of mail: "[PATCH 2/3] mm: …".</summary>
    private static string Subject(string subject)
    {
        var words = MarkForm().Replace(subject, "").TrimEnd('.', ' ');
        return words.Length == 0 || !char.IsLower(words[0]) || words.IndexOf(':', StringComparison.Ordinal) is > 0 and < 40
            ? words
            : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex(@"\bby default\b|\bdefaults? to\b|\bdefault[- ]o(n|ff)\b|\bthe default(?=$|[,.;)]| (when|for|if|on|in|with|again)\b)|\bmake \S+( be)? default\b|\bset default \S+=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DefaultForm();

    [GeneratedRegex(@"\b(fix(e[sd])?|revert(s|ed)?|defconfigs?|typos?|comments?|cleanup|clean up|warnings?|documentation|doc|remove the temporary|depends? on|s390|sparc|powerpc|mips|arm|alpha|ia64|sh)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RepairForm();

    [GeneratedRegex(@"^(\S+: )?(add(s|ed|ition of)?|new|introduc(e[sd]?|ing|tion of)|support(s|ed)? (for|of)|initial support|allow(s|ed)?|enable[sd]?|expos(e[sd]?|ing)|provide[sd]?|implement(s|ed)?|remov(e[sd]?|al of)|drop(s|ped)?|deprecat(e[sd]?|ion of)|switch(es|ed)? to|.* support$)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AdditionForm();

    [GeneratedRegex(@"\b[a-z_][a-z0-9_]{2,}\(\)|\bstruct [a-z]|\b(API|refactor\w*|helpers?|locking|callbacks?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FunctionForm();

    [GeneratedRegex(@"^(\[[^\]]{1,40}\]\s*)+")]
    private static partial Regex MarkForm();

    // "(Jane Doe)" and "[Jane Doe, John Roe]" at the end of a point.
    [GeneratedRegex(@"\s*[\(\[][A-Z][\p{L}.'-]*( [\p{L}.'-]+){1,3}((, | and |, and )[A-Z][\p{L}.'-]*( [\p{L}.'-]+){1,3})*[\)\]]\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex AuthorForm();
}
