using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KernelTracker.Tests.Support;

/// <summary>Whether text is an Atom feed as RFC 4287 requires; the numbers are its sections.</summary>
public static partial class AtomCheck
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly HashSet<string> OfFeed =
        ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"];

    private static readonly HashSet<string> OfEntry =
        ["author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary", "title", "updated"];

    /// <summary>What is wrong with a feed that was read from <paramref name="self"/>.</summary>
    public static IReadOnlyList<string> Feed(string xml, Uri self)
    {
        var errors = new List<string>();
        var feed = XDocument.Parse(xml).Root!;
        if (feed.Name != Atom + "feed")
            return ["the root is no atom:feed"];
        Common(errors, feed, "feed", OfFeed);
        var links = feed.Elements(Atom + "link").ToList();
        // 4.1.1: a feed should link to itself; we say must.
        if (links.Where(l => (string?)l.Attribute("rel") == "self").Select(l => new Uri((string)l.Attribute("href")!).ToString()).ToList() is not [var own]
            || Uri.UnescapeDataString(own) != Uri.UnescapeDataString(self.ToString()))
            errors.Add($"the feed does not link to itself, {self}");
        var entries = feed.Elements(Atom + "entry").ToList();
        if (feed.Element(Atom + "author") is null && entries.Any(e => e.Element(Atom + "author") is null))
            errors.Add("4.1.1: no author of the feed, nor of every entry");
        foreach (var entry in entries)
        {
            var name = $"entry {(string?)entry.Element(Atom + "id")}";
            Common(errors, entry, name, OfEntry);
            if (!entry.Elements(Atom + "link").Any(l => (string?)l.Attribute("rel") is null or "alternate") && entry.Element(Atom + "content") is null)
                errors.Add($"4.1.2: {name} has neither content nor an alternate link");
            foreach (var child in (string[])["content", "published", "rights", "source", "summary"])
            {
                if (entry.Elements(Atom + child).Count() > 1)
                    errors.Add($"4.1.2: {name} has several {child}");
            }
            if (entry.Element(Atom + "content") is { } content)
            {
                if ((string?)content.Attribute("type") == "html")
                    errors.AddRange(HtmlCheck.Fragment(content.Value).Select(e => $"4.1.3.3: content of {name}: {e}"));
                else if ((string?)content.Attribute("type") is not (null or "text" or "xhtml"))
                    errors.Add($"4.1.3: content of {name} has an odd type");
            }
        }
        // 4.2.6: different entries have different ids; the feed has its own.
        errors.AddRange(entries.Append(feed).Select(e => (string?)e.Element(Atom + "id")).GroupBy(i => i).Where(g => g.Count() > 1).Select(g => $"4.2.6: id {g.Key} stands {g.Count()} times"));
        if (entries.Count > 0 && Time(feed) < entries.Max(Time))
            errors.Add("the feed is older than an entry");
        return errors;
    }

    private static void Common(List<string> errors, XElement element, string name, HashSet<string> allowed)
    {
        foreach (var required in (string[])["id", "title", "updated"])
        {
            if (element.Elements(Atom + required).Count() != 1)
                errors.Add($"4.1: {name} has {element.Elements(Atom + required).Count()} {required}");
        }
        foreach (var child in element.Elements().Where(e => e.Name.Namespace == Atom && !allowed.Contains(e.Name.LocalName)))
            errors.Add($"{child.Name.LocalName} in {name}");
        if (element.Element(Atom + "id") is { } id && !Uri.TryCreate(id.Value, UriKind.Absolute, out _))
            errors.Add($"4.2.6: the id of {name} is not absolute");
        if (element.Element(Atom + "title") is { } title && (string.IsNullOrWhiteSpace(title.Value) || title.HasElements || (string?)title.Attribute("type") is not (null or "text")))
            errors.Add($"4.2.14: the title of {name} is empty or no text");
        foreach (var date in element.Elements().Where(e => e.Name == Atom + "updated" || e.Name == Atom + "published"))
        {
            if (!Rfc3339().IsMatch(date.Value) || !DateTimeOffset.TryParse(date.Value, CultureInfo.InvariantCulture, out _))
                errors.Add($"3.3: {date.Value} of {name} is no date");
        }
        foreach (var person in element.Elements(Atom + "author").Where(a => string.IsNullOrWhiteSpace((string?)a.Element(Atom + "name"))))
            errors.Add($"3.2.1: {person} has no name");
        foreach (var category in element.Elements(Atom + "category").Where(c => string.IsNullOrWhiteSpace((string?)c.Attribute("term"))))
            errors.Add($"4.2.2: {category} of {name} has no term");
        foreach (var link in element.Elements(Atom + "link"))
        {
            if (!Uri.TryCreate((string?)link.Attribute("href"), UriKind.Absolute, out var target) || !target.IsWellFormedOriginalString())
                errors.Add($"4.2.7: {link} of {name} leads nowhere");
        }
        // 4.1.1, 4.1.2: no two alternate links of one type and language.
        errors.AddRange(element.Elements(Atom + "link").Where(l => (string?)l.Attribute("rel") is null or "alternate")
            .GroupBy(l => ((string?)l.Attribute("type"), (string?)l.Attribute("hreflang"))).Where(g => g.Count() > 1)
            .Select(g => $"4.1: {name} has several alternate links of type {g.Key.Item1}"));
    }

    private static DateTimeOffset Time(XElement element) =>
        DateTimeOffset.TryParse((string?)element.Element(Atom + "updated"), CultureInfo.InvariantCulture, out var time) ? time : default;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Rfc3339();
}
