using FsCheck.Xunit;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Storage;
using Xunit;

namespace KernelTracker.Data.Tests;

public class SearchExcerptTests
{
    [Theory]
    [InlineData("call ndo_start_xmit() once", "start_xmit", "call ndo_[start_xmit]() once")]
    [InlineData("Die Größe", "grösse", null)]
    [InlineData("Die Größe", "größe", "Die [Größe]")]
    [InlineData("rtl8187 and RTL8192", "rtl81*", "[rtl8187] and [RTL8192]")]
    [InlineData("nothing", "other", null)]
    [InlineData("people only", "path:people", null)]
    public void Marks_what_matched(string text, string query, string? expected) =>
        Assert.Equal(expected, Written(SearchExcerpt.Of(text, SearchText.Parse(query).Wanted, SearchColumn.Subject)));

    [Fact]
    public void A_long_text_is_cut_around_its_first_match()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 40_000)) + "needle" + string.Concat(Enumerable.Repeat(" word", 40_000));
        var excerpt = Written(SearchExcerpt.Of(text, SearchText.Parse("needle").Wanted, SearchColumn.Body))!;
        Assert.Contains("[needle]", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 100, 300);
        Assert.StartsWith("… word", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("…", excerpt, StringComparison.Ordinal);
    }

    [Property]
    public bool A_short_text_keeps_all_its_characters(string? text, string? query)
    {
        var given = text is { Length: > 200 } ? text[..200] : text ?? "";
        var excerpt = SearchExcerpt.Of(given, SearchText.Parse(query + " " + given).Wanted, SearchColumn.Body);
        return excerpt is null || string.Concat(excerpt.Select(p => p.Text)) == given;
    }

    private static string? Written(IReadOnlyList<ExcerptPart>? parts) =>
        parts is null ? null : string.Concat(parts.Select(p => p.IsMatch ? $"[{p.Text}]" : p.Text));
}
