using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KernelTracker.Tests.Support;

/// <summary>Whether text is HTML as the standard wants it: no parse error, no id twice, no reference to an id that is not there.</summary>
public static class HtmlCheck
{
    /// <summary>What is wrong with a whole page.</summary>
    public static IReadOnlyList<string> Page(string html)
    {
        var errors = new List<string>();
        Strictly(errors, parser => parser.ParseDocument(html));
        using var page = new HtmlParser().ParseDocument(html);
        if (page.Doctype is null)
            errors.Add("no doctype");
        if (string.IsNullOrWhiteSpace(page.Title))
            errors.Add("no title");
        if (page.QuerySelectorAll("main").Length != 1)
            errors.Add($"{page.QuerySelectorAll("main").Length} main elements");
        errors.AddRange(Ids(page));
        errors.AddRange(Nesting(page));
        // Where such a table stacks its cells, each has its heading from there.
        errors.AddRange(page.QuerySelectorAll("table.support tbody td:not([data-label])").Take(1).Select(c => $"a cell without a label: {c.TextContent.Trim()}"));
        return errors;
    }

    /// <summary>What is wrong with a part of a page that stands for itself.</summary>
    public static IReadOnlyList<string> Fragment(string html)
    {
        var errors = new List<string>();
        using var page = new HtmlParser().ParseDocument("<!doctype html><title>t</title><main></main>");
        var main = page.QuerySelector("main")!;
        Strictly(errors, parser => parser.ParseFragment(html, main));
        main.Append([.. new HtmlParser().ParseFragment(html, main)]);
        errors.AddRange(Ids(page));
        errors.AddRange(Nesting(page));
        if (main.QuerySelector("script, style, iframe, object, embed, form") is { } alien)
            errors.Add($"<{alien.LocalName}> in a fragment");
        return errors;
    }

    /// <summary>The document that a fragment makes.</summary>
    public static IHtmlDocument Read(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The first parse error of the standard, which other parsers would repair.</summary>
    private static void Strictly(List<string> errors, Action<HtmlParser> parse)
    {
        try
        {
            parse(new HtmlParser(new HtmlParserOptions { IsStrictMode = true }));
        }
        catch (HtmlParseException e)
        {
            errors.Add($"{e.Message} ({e.Position})");
        }
    }

    private static IEnumerable<string> Ids(IDocument page)
    {
        var ids = page.All.Where(e => e.HasAttribute("id")).Select(e => e.Id!).ToList();
        foreach (var twice in ids.GroupBy(i => i).Where(g => g.Count() > 1))
            yield return $"id {twice.Key} stands {twice.Count()} times";
        foreach (var element in page.All)
        {
            foreach (var name in (string[])["for", "aria-labelledby", "aria-describedby", "aria-controls"])
            {
                foreach (var wanted in (element.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (!ids.Contains(wanted))
                        yield return $"{name}={wanted} of <{element.LocalName}> leads nowhere";
                }
            }
            if (element.LocalName == "a" && element.GetAttribute("href") is ['#', .. { Length: > 0 } anchor] && !ids.Contains(anchor))
                yield return $"#{anchor} leads nowhere";
        }
    }

    /// <summary>What parses without error and is still no valid content.</summary>
    private static IEnumerable<string> Nesting(IDocument page)
    {
        const string phrasing = "p, h1, h2, h3, h4, span, a, code, em, strong, summary, dt, caption, label, button";
        const string flow = "p, div, table, ul, ol, dl, section, article, nav, figure, details, form, pre, h1, h2, h3, h4";
        foreach (var inner in page.QuerySelectorAll(string.Join(", ", phrasing.Split(", ").Where(p => p is not ("a" or "dt" or "summary" or "caption")).SelectMany(p => flow.Split(", ").Select(f => $"{p} > {f}")))))
            yield return $"<{inner.LocalName}> in <{inner.ParentElement!.LocalName}>";
        foreach (var inner in page.QuerySelectorAll("a a, a button, button a, label label, form form, a input"))
            yield return $"<{inner.LocalName}> in <{inner.ParentElement!.LocalName}>: something to press in something to press";
        foreach (var list in page.QuerySelectorAll("ul, ol"))
        {
            foreach (var child in list.Children.Where(c => c.LocalName is not ("li" or "script" or "template")))
                yield return $"<{child.LocalName}> in <{list.LocalName}>";
        }
        foreach (var list in page.QuerySelectorAll("dl"))
        {
            foreach (var child in list.Children.Where(c => c.LocalName is not ("dt" or "dd" or "div" or "script" or "template")))
                yield return $"<{child.LocalName}> in <dl>";
        }
        foreach (var item in page.QuerySelectorAll("li").Where(i => i.ParentElement?.LocalName is not ("ul" or "ol" or "menu")))
            yield return $"<li> in <{item.ParentElement?.LocalName}>";
    }
}
