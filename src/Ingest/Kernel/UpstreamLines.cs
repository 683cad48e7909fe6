using System.Text;
using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel;

/// <summary>
/// Reads what the message of a stable changeset says about its mainline commit. Documentation/process/stable-kernel-rules.rst
/// asks for "commit ID upstream." or "[ Upstream commit ID ]"; twenty years of stable trees hold many spellings more. An id
/// counts only by the words around it: messages also mention commits that brought the bug, or that came before.
/// </summary>
internal static partial class UpstreamLines
{
    private static readonly UpstreamText Nothing = new(UpstreamStatement.None, []);

    /// <summary>Reads a message; never throws.</summary>
    public static UpstreamText Read(ParsedMessage message)
    {
        var text = TextOf(message);
        var mentions = MentionedCommits.Find(text);
        var reverted = RevertedFrom(mentions, message.Subject);
        // What follows the reverted commit belongs to it: "This reverts commit a, which is commit b upstream."
        var end = reverted is null ? text.Length : reverted.Start < message.Subject.Length ? FirstParagraphEnd(message) : reverted.Start;
        var named = mentions.Where(m => (IsUpstream(m) && m.Start < end) || IsPicked(m)).ToList();
        var without = WithoutUpstream.Position(text, message.Subject.Length);
        if (named.Count > 0 && (without is null || without > named[0].Start))
            return new UpstreamText(UpstreamStatement.Named, Ids(named.Exists(m => !IsPicked(m)) ? named.Where(m => !IsPicked(m)) : named));
        if (reverted is not null)
            return new UpstreamText(UpstreamStatement.RevertsStable, Ids(mentions.Where(IsReverted)));
        if (without is not null)
            return new UpstreamText(UpstreamStatement.NoUpstream, []);
        return mentions.FirstOrDefault(m => IsBare(m) || IsList(m)) is { } bare ? new UpstreamText(UpstreamStatement.Named, Ids([bare])) : Nothing;
    }

    /// <summary>The whole message, for the search, without the trailers that name people or other commits.</summary>
    private static string TextOf(ParsedMessage message)
    {
        var text = new StringBuilder(message.Subject).Append("\n\n").Append(message.Body).Append("\n\n");
        foreach (var trailer in message.Trailers)
            if (trailer.PersonName is null && UpstreamKey().IsMatch(trailer.Key))
                text.Append(trailer.Key).Append(": ").Append(trailer.Value).Append("\n\n");
        return text.ToString();
    }

    private static int FirstParagraphEnd(ParsedMessage message)
    {
        var blank = message.Body.IndexOf("\n\n", StringComparison.Ordinal);
        return message.Subject.Length + 2 + (blank < 0 ? message.Body.Length : blank);
    }

    private static string[] Ids(IEnumerable<MentionedCommits> mentions) =>
        [.. mentions.SelectMany(m => m.Ids).Distinct(StringComparer.Ordinal)];

    private static MentionedCommits? RevertedFrom(IReadOnlyList<MentionedCommits> mentions, string subject) =>
        mentions.FirstOrDefault(m => IsReverted(m) && (RevertSubject().IsMatch(subject) || RevertSentence().IsMatch(m.Before)));

    private static bool IsReverted(MentionedCommits mention) => Reverted().IsMatch(mention.Before);

    private static bool IsPicked(MentionedCommits mention) => Picked().IsMatch(mention.Before);

    private static bool IsUpstream(MentionedCommits mention)
    {
        if (OfAnotherTree().IsMatch(mention.After))
            return false;
        var after = UpstreamAfter().IsMatch(mention.After);
        if (after && (Commit().IsMatch(mention.Before) || Part().IsMatch(mention.Before)))
            return true;
        if (Backport().IsMatch(mention.Before) || UpstreamAs().IsMatch(mention.Before))
            return after || !IsSubjectOfSentence(mention.After);
        if (Changed().IsMatch(mention.After) && Commit().IsMatch(mention.Before))
            return true;
        if (UpstreamBefore().IsMatch(mention.Before) || (Part().IsMatch(mention.Before) && PartOfUpstream().IsMatch(mention.Before)))
            return !IsSubjectOfSentence(mention.After);
        return Key().IsMatch(mention.Before) && EndOfLine().IsMatch(mention.After);
    }

    /// <summary>
    /// "Upstream commit a ("title") broke …": a word that is none of the customary ones is a verb. What stands on the next line
    /// is more often the title of that commit.
    /// </summary>
    private static bool IsSubjectOfSentence(string after) =>
        (NextWord().Match(after) is { Success: true } next && !Continuation().IsMatch(next.Groups["word"].Value)) || VerbOnNextLine().IsMatch(after);

    /// <summary>"commit a" alone in its paragraph.</summary>
    private static bool IsBare(MentionedCommits mention) => BareCommit().IsMatch(mention.Before) && BareEnd().IsMatch(mention.After);

    /// <summary>Whole ids one under the other, below words that call them patches.</summary>
    private static bool IsList(MentionedCommits mention) =>
        mention.Ids.Count > 1 && mention.Ids.All(id => id.Length == WrittenId.Longest) && Patches().IsMatch(mention.Before) && !Culprits().IsMatch(mention.Before);

    [GeneratedRegex("upstream|mainline|commit|cherry|picked", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UpstreamKey();

    [GeneratedRegex(@"^([^\n]{0,60}: *)?revert\b|\brevert(s|ing)? (stable|commit)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RevertSubject();

    [GeneratedRegex(@"(^|[.:\n] ?)\[? ?(this (patch |commit |change |)(partially |effectively |)reverts|revert)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RevertSentence();

    [GeneratedRegex("""\brevert(s|ing|ed)?(\s+(of|the|stable|stable's|following|upstream|mainline|parts?|backport(ed)?|commits?|commit-id|patch(es)?|changesets?|sha1?|id|git))*[\s:"'(\[#]*$""", Backwards)]
    private static partial Regex Reverted();

    [GeneratedRegex(@"\bcherry[- ]?pick(ed)?\s+(of|from)(\s+(upstream|mainline|commits?|id))*[\s:\[<]*$", Backwards)]
    private static partial Regex Picked();

    // "commit 0123… in linux-next", "commit 0123… of the 3.4 stable tree": no commit of mainline (yet).
    [GeneratedRegex(@"^[\s,.)\]]*(in|of|from)\s+(the\s+)?(linux-next|tip\b|[\w.-]*stable\b|(linux-)?[2-9]\.[\w.]+\s+stable)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex OfAnotherTree();

    // The slips of the pen are real: "upstrea", "uptream", "upsteam".
    [GeneratedRegex(@"^(\s*\([^\n]{0,120}\)|\s*""[^\n]{0,120}"")?[\s,.;:)\]'""-]*((is|was|are|in|from|of|on|currently|already|now)\s+){0,2}(the\s+)?(upstr?ea?m?\b|uptream|upstrem|upsream|ustream|usptream|mainline|main line|linus'?s?'?\s+(git\s+|kernel\s+)?tree|torvalds)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex UpstreamAfter();

    // What ends at an id is read from there backwards, so that it fails early.
    private const RegexOptions Backwards = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.RightToLeft;

    // Opens a sentence, a bracket or a line that does not go on from the one before.
    private const string Opening = @"(^|[.:;(\[*>-]|, |(?<!\b(is|was|are|by|in|of|since|from|with|after|before|to|and|or|the|as|on|revert|reverts|reverted|commit|commits|see|also|fixes|than|when|via|for|at|due|until|but|that|which|this|mainline|upstream|a|an)) ?\n)[\s\[(*>""'-]*";

    private const string Labels = @"((this|it|that|original|mainline|main|the|is|was|patch|patches|change|version|from|v?[2-9]\.[0-9][\w.-]*|git|linux|same|as|kernel|combined|both|is|really)\s+){0,5}";

    [GeneratedRegex(Opening + Labels + @"((git-?)?(commits?|comit|commmit|commid|patch(es)?|changesets?|sha1?)(-?\s?(ids?|sha-?1?|hash))?|backport(ed)?)[\s:=#\[(<""'-]*$", Backwards)]
    private static partial Regex Commit();

    [GeneratedRegex(@"\b(parts?|portion|port|version|combination|same|based|equivalent|subset|taken|extracted|corresponds?|identical|modified|adapted|derived|pieces|chunks?|hunks?)\s+(of|as|on|upon|to|from)\b(\s+(?!(which|introduced|fix|fixes|fixed|by|since|caused|after|broke|reverts?|regression)\b)[^\s.;:]+){0,6}\s*[\s:=\[(<""'-]*$", Backwards)]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(upstream|mainline|linus'?s?)\b[^.;]{0,60}$|\bmodified from commit\s*$", Backwards)]
    private static partial Regex PartOfUpstream();

    [GeneratedRegex(@"\bback-?port(s|ed)?\b(\s+(?!(which|introduced|fix|fixed|since|caused|after|broke|reverts?|regression|missed|missing|due|because|depends?|requires?)\b)[^\s.;:]+|\s+v?[2-9]\.[0-9][\w.-]*){0,10}\s*[\s:=\[(<""'-]*$", Backwards)]
    private static partial Regex Backport();

    [GeneratedRegex(@"(?<!\b(not|never|fixed|solved|resolved|addressed)\b[^.;]{0,30})\b(upstream|mainline|linus'?s?'?\s+tree)\s+(git\s+)?((now|already)\s+)?(as|was|is)(\s+(commits?|patch|git|sha1?|id))*[\s:=#\[(<""'-]*$", Backwards)]
    private static partial Regex UpstreamAs();

    [GeneratedRegex(Opening + @"(((this|it|that|which|and|also|same|as|is|was|the|an?|of|from|in|already|merged|applied|corresponding|matching|original|relevant|equivalent|respective|backport(ed)?|includes?|these|those|both|two|three|combination|following)\s+){0,5})(upstream|mainline|linus'?s?'?|torvalds)('s)?([\s,:=#(\[-]+(git|linux|linus'?|kernel|tree|mainline|upstream|commi[dt]s?|ids?|sha-?1?s?|hash(es)?|patch(es)?|changesets?|version|in|as|is|are|was|of|by|https?://\S+|(v?[2-9]\.[0-9][\w.-]*)))*[\s,:=#(\[<""'-]*(https?://[^\s]*[=/])?$", Backwards)]
    private static partial Regex UpstreamBefore();

    [GeneratedRegex(@"^(\s*\([^\n]{0,120}\)|\s*""[^\n]{0,120}"")?[\s,]*(refreshed|back-?ported|adjusted|adapted|ported|rediffed)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();

    // A line that is a key and its value: "Commit-ID: …", "Original-Commit-Hash: …", "commit SHA1 …", "Relevant commits …"
    [GeneratedRegex(@"(^|\n)[\s\[(*-]*((original|upstream|mainline|git|linux|relevant|patch)[ -]){0,3}(commi[dt]s?([ -]?(ids?|hash|sha-?1?))?\s*:|commits?[ -](ids?|hash|sha-?1?)|relevant commits)\s*[\[(<""']*$", Backwards)]
    private static partial Regex Key();

    [GeneratedRegex(@"^[\s.,;)\]>""']*?($|\n|[.)\]])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EndOfLine();

    [GeneratedRegex(@"^(\s*[(\[][^\n]{0,120}[)\]]|\s*""[^\n]{0,120}"")?[ ,]*(?<word>[a-z']+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NextWord();

    [GeneratedRegex(@"^(\s*[(\[][^\n]{0,120}[)\]]|\s*""[^\n]{0,120}"")?[ ,]*\n[ ]*(has|had|have|was|did|does|didn't|doesn't|only|also|accidentally|introduc(ed|es)|br(o|ea)k(e|s)|caus(ed|es)|chang(ed|es)|add(ed|s)|remov(ed|es)|made|makes|fix(ed|es)|forgot|miss(ed|es)|replac(ed|es)|mov(ed|es)|convert(ed|s)|revert(ed|s)|left|turned|switched)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VerbOnNextLine();

    [GeneratedRegex(@"^(upstream|in|into|as|by|merged|refreshed|adjusted|for|to|but|with|and|modified|from|tweaked|plus|post|without|back|backported|ported|manually|which|that|on|minus|also|slightly|partially|partly|it|this|the|signed|cc|linus|mainline|was|is|adapted|only|when|after|due|because)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Continuation();

    [GeneratedRegex(@"^[\s\[(]*(this is |linux |git )?commits?( id)?:? ?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BareCommit();

    [GeneratedRegex(@"\b(combin\w+|squash\w*|following|these)\b[^;]*\b(patches|commits|changes|changesets)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Patches();

    [GeneratedRegex(@"introduc|caus|broke|break|regress|since|revert|bug|\bfix(es|ed)\b|requir|depend", RegexOptions.CultureInvariant)]
    private static partial Regex Culprits();

    [GeneratedRegex(@"^[\s.)\]]*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareEnd();
}
