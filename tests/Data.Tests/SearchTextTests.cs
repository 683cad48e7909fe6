using FsCheck.Xunit;
using KernelTracker.Data.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KernelTracker.Data.Tests;

public sealed class SearchTextTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SearchTextTests()
    {
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = SearchSchema.Create;
        create.ExecuteNonQuery();
        using var index = new SearchIndex(_connection, null);
        index.Insert(1, "net: call ndo_start_xmit() once", "Depends on CONFIG_IGB.", "Ada One <ada.one@example.org>", "drivers/net/igb/igb_main.c");
        index.Insert(2, "Größe der Puffer", "an oops in xmit", "Łukasz Ö <lukasz@example.com>", "mm/slub.c\nmm/slab.c");
        index.Insert(3, "usb: revert", "rtl8192se and RTL8187", "Ben Two <ben@example.net>", "drivers/usb/core/hub.c");
    }

    [Theory]
    [InlineData("ndo_start_xmit", "1")]
    [InlineData("start_xmit", "1")]
    [InlineData("xmit", "1 2")]
    [InlineData("config_igb", "1")]
    [InlineData("CONFIG_IGB", "1")]
    [InlineData("ada.one@example.org", "1")]
    [InlineData("example", "1 2 3")]
    [InlineData("drivers/net", "1")]
    [InlineData("path:drivers", "1 3")]
    [InlineData("subject:oops", "")]
    [InlineData("message:oops", "2")]
    [InlineData("people:łukasz", "2")]
    [InlineData("grosse", "")]
    [InlineData("große", "2")]
    [InlineData("größe", "2")]
    [InlineData("grOße OR", "")]
    [InlineData("rtl81*", "3")]
    [InlineData("rtl819*", "3")]
    [InlineData("\"oops in\"", "2")]
    [InlineData("\"in oops\"", "")]
    [InlineData("xmit -oops", "1")]
    [InlineData("-oops", "2")]
    [InlineData("\"unclosed oops", "")]
    [InlineData("igb hub", "")]
    [InlineData("NOT", "")]
    [InlineData("NEAR(oops xmit)", "")]
    public void Finds(string query, string expected) => Assert.Equal(expected, string.Join(' ', Find(query)));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"\"")]
    [InlineData("++ -- * : ^")]
    [InlineData("\0")]
    [InlineData(null)]
    public void Nothing_to_look_for(string? query) => Assert.Null(SearchText.Parse(query).Expression);

    [Theory]
    [InlineData("a\"b")]
    [InlineData("subject:\"")]
    [InlineData("x\0y \"z\0")]
    [InlineData("{subject body}: x")]
    [InlineData("a AND OR NOT (b")]
    [InlineData("-\"a b\"* -c")]
    [InlineData("\uD800 \uDC00a")]
    [InlineData("^a + b")]
    [InlineData("'; DROP TABLE Commits; --")]
    [InlineData("\u0301\u0302")]
    [InlineData("a\u0591b \u0E01\u0E34")]
    public void Hostile_text_is_plain_text(string query) => Assert.NotNull(Find(query));

    [Property(MaxTest = 1000)]
    public bool Any_text_is_a_valid_expression(string? query)
    {
        Find(query);
        Find($"{query}\" subject:{query} -{query}*");
        Find(SearchText.Parse(query).AsPrefixes());
        return true;
    }

    [Fact]
    public void More_words_than_are_searched_are_told()
    {
        var text = SearchText.Parse(string.Join(' ', Enumerable.Range(0, SearchText.MaxTerms + 1)));
        Assert.True(text.IsCut);
        Assert.Equal(SearchText.MaxTerms, text.Terms.Count);
        Assert.True(SearchText.Parse(new string('a', SearchText.MaxLength + 1)).IsCut);
        Assert.False(SearchText.Parse("a few words").IsCut);
    }

    [Fact]
    public void A_deleted_commit_is_not_found()
    {
        using (var index = new SearchIndex(_connection, null))
            index.Delete(1);
        Assert.Empty(Find("ndo_start_xmit"));
    }

    [Property]
    public bool Tokens_stand_where_they_say(string? text)
    {
        var given = text ?? "";
        var at = 0;
        foreach (var token in SearchTokens.Of(given))
        {
            if (token.Start < at || token.End <= token.Start || token.End > given.Length || token.Text.Length == 0)
                return false;
            at = token.End;
        }
        return true;
    }

    public void Dispose() => _connection.Dispose();

    private List<int> Find(string? query)
    {
        if (SearchText.Parse(query).Expression is not { } expression)
            return [];
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT rowid FROM CommitSearch WHERE CommitSearch MATCH $text ORDER BY rowid";
        command.Parameters.AddWithValue("$text", expression);
        using var reader = command.ExecuteReader();
        var found = new List<int>();
        while (reader.Read())
            found.Add(reader.GetInt32(0));
        return found;
    }
}
