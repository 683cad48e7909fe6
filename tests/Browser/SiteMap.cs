using System.Net;
using System.Text.RegularExpressions;

namespace KernelTracker.Browser.Tests;

/// <summary>What a link led to.</summary>
/// <param name="Address">Path and query.</param>
/// <param name="From">The page with the link.</param>
/// <param name="Status">The answer.</param>
public sealed record VisitedPage(string Address, string From, HttpStatusCode Status);

/// <summary>The pages that links lead to, as far as the bound goes.</summary>
public sealed partial class SiteMap
{
    /// <summary>Pages read at most; the sample has some thousand addresses, most of one kind.</summary>
    private const int Bound = 1800;

    /// <summary>Pages of one kind (release, changeset, …) read at most.</summary>
    private const int BoundOfKind = 60;

    /// <summary>Files of one kind read at most: the tests of exports read them too, all kinds of them.</summary>
    private const int BoundOfFile = 4;

    private SiteMap(IReadOnlyList<VisitedPage> pages) => Pages = pages;

    /// <summary>The pages in the order they were found, nearest to the home page first.</summary>
    public IReadOnlyList<VisitedPage> Pages { get; }

    /// <summary>Follows links from the home page.</summary>
    public static async Task<SiteMap> ReadAsync(HttpClient client)
    {
        var pages = new List<VisitedPage>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Queue<(string Address, string From)>([("/", "")]);
        while (pages.Count < Bound && open.TryDequeue(out var next))
        {
            var kind = Kind(next.Address);
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (kinds[kind] > (FileEnding().IsMatch(kind) ? BoundOfFile : BoundOfKind))
                continue;
            using var response = await client.GetAsync(new Uri(next.Address, UriKind.Relative));
            pages.Add(new VisitedPage(next.Address, next.From, response.StatusCode));
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (Match match in Link().Matches(await response.Content.ReadAsStringAsync()))
            {
                var address = WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0];
                if (address.StartsWith('/') && seen.Add(address))
                    open.Enqueue((address, next.Address));
            }
        }
        return new SiteMap(pages);
    }

    /// <summary>The first address that fits a pattern, the nearest to the home page.</summary>
    public string Find(string pattern) =>
        Pages.FirstOrDefault(p => Regex.IsMatch(p.Address, pattern))?.Address
        ?? throw new InvalidOperationException($"No link of the site leads to a page like {pattern}.");

    /// <summary>The address with its variable parts taken out, and what file it is.</summary>
    private static string Kind(string address)
    {
        var path = address.Split('?')[0];
        return Variable().Replace(path, "/*") + FileEnding().Match(path).Value;
    }

    [GeneratedRegex("<a\\b[^>]*?\\shref=\"([^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex("/?[a-z]*\\.(atom|csv|txt|md|html|json)$")]
    private static partial Regex FileEnding();

    [GeneratedRegex("(?<=^/releases)/[^/]+|(?<=^/(?!releases)[a-z]+)/(?!which-kernel$|is-it-in$)[^/]+(?:/(?=[^/]*$)[^/]*$)?")]
    private static partial Regex Variable();
}
