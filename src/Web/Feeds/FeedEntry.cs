namespace KernelTracker.Web.Feeds;

/// <summary>Something new that a feed tells of.</summary>
/// <param name="Name">What it is called for ever, within the site: "hardware/v2.6.30-wm8988". The entry's id follows from it.</param>
/// <param name="Title">One line of plain text.</param>
/// <param name="Summary">What a reader sees of it besides the title, plain text.</param>
/// <param name="Address">Its page, from the root of the site.</param>
/// <param name="Updated">When it came about, by its commit.</param>
/// <param name="Categories">Headings that it stands under.</param>
public sealed record FeedEntry(
    string Name, string Title, string Summary, string Address, DateTimeOffset Updated, IReadOnlyList<string> Categories)
{
    /// <summary>More of it, line by line as written; null when there is no more.</summary>
    public string? Details { get; init; }
}

/// <summary>A feed before it is written.</summary>
/// <param name="Name">What it is called for ever, with its filter: "feeds/hardware?category=usb".</param>
/// <param name="Title">One line of plain text.</param>
/// <param name="Page">The page with the same content, from the root of the site.</param>
/// <param name="Entries">The entries, newest first.</param>
public sealed record FeedContent(string Name, string Title, string Page, IReadOnlyList<FeedEntry> Entries);
