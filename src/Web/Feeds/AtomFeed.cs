using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using KernelTracker.Web.Components;

namespace KernelTracker.Web.Feeds;

/// <summary>Writes feeds as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    /// <summary>What an Atom feed is sent as.</summary>
    public const string ContentType = "application/atom+xml; charset=utf-8";

    /// <summary>The feed as XML.</summary>
    /// <param name="content">The feed.</param>
    /// <param name="site">Scheme, host and path base of the site, with a slash at the end.</param>
    /// <param name="self">Path and query of the feed itself.</param>
    /// <param name="fallback">When a feed without an entry changed last.</param>
    public static string Write(FeedContent content, Uri site, string self, DateTimeOffset fallback)
    {
        var feed = new SyndicationFeed(Text(content.Title), null, null, Id(content.Name), content.Entries.Count == 0
            ? fallback
            : content.Entries.Max(e => e.Updated))
        {
            Language = "en",
            Generator = "Kernel Tracker",
            Items = [.. content.Entries.Select(e => Item(e, site))],
        };
        feed.Authors.Add(new SyndicationPerson { Name = "Kernel Tracker" });
        feed.Links.Add(SyndicationLink.CreateSelfLink(Absolute(site, self), "application/atom+xml"));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(Absolute(site, content.Page), "text/html"));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
            feed.SaveAsAtom10(writer);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>
    /// A name-based UUID (RFC 9562, version 5): an id that never changes, wherever the site is served from.
    /// </summary>
    internal static string Id(string name)
    {
        // The namespace for names that are URLs; the name need not be one that can be fetched.
        var space = new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
#pragma warning disable CA5350 // Version 5 is defined by SHA-1; nothing is kept secret or proved by it.
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes("kernel-tracker:" + name)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return "urn:uuid:" + new Guid(hash[..16], bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }

    private static SyndicationItem Item(FeedEntry entry, Uri site)
    {
        var item = new SyndicationItem
        {
            Id = Id(entry.Name),
            Title = new TextSyndicationContent(Text(entry.Title)),
            Summary = new TextSyndicationContent(Text(entry.Summary)),
            Content = SyndicationContent.CreateHtmlContent(Html(entry)),
            LastUpdatedTime = entry.Updated,
            PublishDate = entry.Updated,
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(Absolute(site, entry.Address), "text/html"));
        foreach (var category in entry.Categories)
            item.Categories.Add(new SyndicationCategory(Text(category)));
        return item;
    }

    /// <summary>Summary and details as markup, in which nothing of theirs is in force.</summary>
    private static string Html(FeedEntry entry) =>
        $"<p>{WebUtility.HtmlEncode(Text(entry.Summary))}</p>" + (entry.Details is { } details ? $"<pre>{WebUtility.HtmlEncode(Text(details))}</pre>" : "");

    private static Uri Absolute(Uri site, string address) => new(site, address.TrimStart('/'));

    /// <summary>Text from commits holds anything; XML does not take every character, not even escaped.</summary>
    private static string Text(string text) =>
        string.Concat(Plain.Text(text).EnumerateRunes().Select(r =>
            r.Value is '\n' or '\t' or >= 0x20 and not (0xFFFE or 0xFFFF) ? r.ToString() : "\uFFFD"));
}
