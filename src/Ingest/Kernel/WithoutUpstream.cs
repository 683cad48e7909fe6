using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Kernel;

/// <summary>Finds the words by which a stable changeset says that mainline has no such commit.</summary>
internal static partial class WithoutUpstream
{
    /// <summary>Where the words begin; null when there are none.</summary>
    /// <param name="text">A whole message.</param>
    /// <param name="from">Where its body begins.</param>
    public static int? Position(string text, int from)
    {
        foreach (var match in Anchor().EnumerateMatches(text, from))
        {
            // Every statement has one of the anchor's words; the phrase around it is searched for in a bounded window.
            var start = Math.Max(from, match.Index - 100);
            var window = Blanks().Replace(text[start..Math.Min(text.Length, match.Index + 120)].Replace("\n\n", " | ", StringComparison.Ordinal), " ").ToLowerInvariant();
            if (Statement().IsMatch(window))
                return match.Index;
        }
        return null;
    }

    [GeneratedRegex(@"upstream|mainline|main line|linus|differently|stable|\bonly\b|\bfixed in\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private const string Tree = @"(upstream|mainline|main line|linus'?s?'? tree|linus)";

    private const string Mended = @"(fix(ed|es)?|sol?ved|resolved|addressed|handled|done|changed|rewritten|reworked|implemented|covered)";

    [GeneratedRegex(
        @"\b(is|was|been|be|are) not\b[^|.;]{0,12}\b(applicable|relevant|needed|required|necessary)\b[^|.;]{0,20}\b" + Tree + @"\b"
        + @"|\bnot( yet| been| be| currently| present| needed| required| necessary| applicable| applied| merged| relevant| accepted| suitable| available| exist| appear| appropriate| queued| included| part of| going| for| in| to| the| an issue| a problem| any)* " + Tree + @"\b"
        + @"|\b(does not|doesn't|do not|don't|did not|didn't|hasn't|has not|isn't|never)( \w+){0,2} (exist|apply|appear|been|present|applied|merged)( (in|to|for|on|applied|merged|the))* " + Tree + @"\b"
        + @"|\bno( \w+)? " + Tree + @" (commit|patch|equivalent|fix|version|counterpart|change)\b|\bno (equivalent|corresponding|matching|direct|such)( \w+){0,2} (in |for )?(the )?" + Tree + @"\b"
        + @"|\b" + Tree + @" (commit|patch|commit id)? ?: ?(none|n/a|no\b|not\b)"
        + @"|\b" + Tree + @"( kernel| tree| code)?( as of \S+)? (does not|doesn't|do not|don't|did not|is not|isn't|will not|won't|has no|never|no longer)\b( \w+)? (have|has|need|contain|affected|suffer|require|exist|problem|issue|longer)\b"
        + @"|\b" + Mended + @"\b[^|.;]{0,50}\b(different|differently|another|other|accident\w*|indirectly|implicitly)\b[^|;]{0,40}\b(" + Tree + @"|there)\b"
        + @"|\b" + Tree + @"\b[^|.;]{0,60}\b" + Mended + @"\b[^|.;]{0,30}\b(different|differently|another|otherwise)\b"
        + @"|\b" + Mended + @"( \w+)?( in)?( the)? " + Tree + @"( kernel| tree)? (in|by|with|as part|via|through|since|differently|when|after)\b"
        + @"|\b" + Mended + @"( \w+)? in (the )?(linux )?(2\.6\.[0-9]+|v?[2-9]\.[0-9]+) (in|by|with|via|through)\b"
        + @"|\b(on|in) " + Tree + @",?( the| this)?( \w+){0,3} (was|were|has been|have been|got|is) (removed|rewritten|reworked|replaced|refactored|dropped|gone)\b"
        + @"|\b" + Tree + @"( \w+){0,3} (has|have) been (overhauled|rewritten|reworked|refactored|replaced|removed)\b"
        + @"|\b(removed|gone|rewritten|replaced|refactored) (in |from )?" + Tree + @"\b"
        + @"|\b(a |this is |is |are |for |a )-?stable[- ]only\b|\bstable[- ](only|specific) (patch|fix|commit|change)|\b(needed|required|necessary|relevant|meant) only (in|for) (this|the|2\.6|v?[2-9]\.|-?stable)[^|.;]{0,40}|\bonly (needed|required|necessary|applies|relevant|affects|apply|exists)( to| for| in)? (the )?(linux[- ])?(2\.6\.|v?[2-9]\.[0-9]|-?stable)|\bapplies to (2\.6|v?[2-9]\.)[0-9.]+ \*?only\b|\bquick fix for -stable\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}
