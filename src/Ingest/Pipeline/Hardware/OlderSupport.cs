using System.Text.RegularExpressions;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Classification;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Tells of what is added whether the release before supported it already: by its sources' texts, and by what changesets say.</summary>
internal sealed partial class OlderSupport
{
    /// <summary>What a changeset does is said at the beginning of its message.</summary>
    private const int Looked = 1500;

    private readonly TrackerContext _context;
    private readonly TreeText _texts;
    private readonly ObjectId? _baseTree;
    private readonly HashSet<int> _said;

    /// <param name="context">The database.</param>
    /// <param name="texts">The texts of trees.</param>
    /// <param name="baseTree">The tree of the release before; null when there is none.</param>
    /// <param name="changesets">Those that may be asked about; null ones are left out.</param>
    public OlderSupport(TrackerContext context, TreeText texts, ObjectId? baseTree, IEnumerable<RangeChangeset?> changesets)
    {
        _context = context;
        _texts = texts;
        _baseTree = baseTree;
        var subjects = changesets.OfType<RangeChangeset>().DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Subject);
        var ids = subjects.Keys.ToList();
        var bodies = context.CommitMessages.Where(m => ids.Contains(m.CommitId)).Select(m => new { m.CommitId, m.Body }).ToDictionary(m => m.CommitId, m => m.Body);
        _said = [.. subjects.Where(c => TakesPlace().IsMatch($"{c.Value}\n{Beginning(bodies.GetValueOrDefault(c.Key, ""))}")).Select(c => c.Key)];
    }

    /// <summary>Whether a changeset says that its code takes the place of other code for the same hardware.</summary>
    public bool IsSaid(RangeChangeset? changeset) => changeset is not null && _said.Contains(changeset.Id);

    /// <summary>Whether a changeset to an existing driver says that what it adds was supported elsewhere, or is not to be supported yet.</summary>
    public bool IsNoNews(RangeChangeset changeset) =>
        _context.CommitMessages.Where(m => m.CommitId == changeset.Id).Select(m => m.Body).FirstOrDefault() is { } body && IsNoNews(body);

    /// <summary>The same of the message.</summary>
    internal static bool IsNoNews(string body) => NoNews().IsMatch(Beginning(body));

    private static string Beginning(string body) => body.Length > Looked ? body[..Looked] : body;

    /// <summary>
    /// Whether the release before named a model in one of the sources: the tables of media drivers hold a name for each
    /// board that they support. ("HVR950" is "HVR-950" and "HVR_950" too.)
    /// </summary>
    public bool HasBoard(string model, IReadOnlyList<string> sources) =>
        string.Concat(model.Where(char.IsAsciiLetterOrDigit)) is { Length: > 3 } bare && sources.Any(s => s.StartsWith("drivers/media/", StringComparison.Ordinal) && Holds(Text(s), bare));

    /// <summary>Whether the release before named a part, and every other name of a model, in one of the sources of drivers: "XAUI CL73". Media drivers have cards of such names.</summary>
    public bool HasParts(string model, IReadOnlyList<string> sources) =>
        PartNumbers.Find(model).Count > 0
        && model.Split([' ', '/', ',', '(', ')']).Where(w => w.Any(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))).Select(w => string.Concat(w.Where(char.IsAsciiLetterOrDigit))).ToList() is var names
        && sources.Any(s => !s.StartsWith("arch/", StringComparison.Ordinal) && !s.StartsWith("drivers/media/", StringComparison.Ordinal) && Text(s) is { Length: > 0 } text && names.TrueForAll(n => Holds(text, n)));

    private string Text(string path) =>
        _baseTree is { } tree && _texts.Find(tree, path) is { } blob ? _texts.Read(blob, out _) ?? "" : "";

    /// <summary>Whether a source holds letters and digits in that order as whole words, with at most one mark between two of them; not in a comment.</summary>
    internal static bool Holds(string text, string bare)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && End(text, at, bare) is { } end && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])) && !IsComment(text, at))
                return true;
        }
        return false;
    }

    private static bool IsComment(string text, int at) =>
        text.AsSpan(0, at).LastIndexOf("/*") is >= 0 and var start && text.AsSpan(start, at - start).IndexOf("*/") < 0;

    private static int? End(string text, int at, string bare)
    {
        foreach (var letter in bare)
        {
            if (at > 0 && at < text.Length && text[at] is '-' or '_' or ' ')
                at++;
            if (at >= text.Length || char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(letter))
                return null;
            at++;
        }
        return at;
    }

    [GeneratedRegex(@"\bunsupported (?:for now|yet)\b|\bleave (?:this|it|them) unsupported\b|\b(?:taken?|determined|copied|derived)\s+from\s+(?:code\s+in\s+)?(?:the\s+)?[\w-]+\s+driver\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoNews();

    [GeneratedRegex(@"\b(?:(?:this|the|which|it|new|driver|patch|code) (?:(?:patch|commit|change|driver|code) )?(?:will |also |now )?(?:splits|supersedes?|reorganizes|merges)|same\s+(?:hardware|functionality|devices)\s+as|a rewrite of|explicit support)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TakesPlace();
}
