using FsCheck.Xunit;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class CommitMessageParserTests
{
    [Fact]
    public void Joins_the_first_paragraph_and_sets_the_block_apart()
    {
        var message = CommitMessageParser.Parse("\n\nwidgets: a subject \nover two lines\n\n\nWhy.\n\nMore.\n\nSigned-off-by: Jane Doe <jane@example.org>\nAcked-by: Joe <joe@example.org>\n\n");

        Assert.Equal("widgets: a subject over two lines", message.Subject);
        Assert.Equal("Why.\n\nMore.", message.Body);
        Assert.Equal(["Signed-off-by", "Acked-by"], message.Trailers.Select(t => t.Key));
    }

    [Theory]
    [InlineData("signed-off-by: A <a@x>", "Signed-off-by", "A", "a@x")]
    [InlineData("Signed-Off-By: A <a@x>", "Signed-off-by", "A", "a@x")]
    [InlineData("Signed off by: A <a@x>", "Signed-off-by", "A", "a@x")]
    [InlineData("Singed-off-by: A <a@x>", "Signed-off-by", "A", "a@x")]
    [InlineData("Signed-off-by : A <a@x>", "Signed-off-by", "A", "a@x")]
    [InlineData("Reviewd-by: A <a@x>", "Reviewed-by", "A", "a@x")]
    [InlineData("CC: A <a@x>", "Cc", "A", "a@x")]
    [InlineData("Cc: stable@vger.kernel.org", "Cc", "", "stable@vger.kernel.org")]
    [InlineData("Cc: stable@vger.kernel.org # v3.10+", "Cc", "", "stable@vger.kernel.org")]
    [InlineData("Cc: <stable@kernel.org> [2.6.28+]", "Cc", "", "stable@kernel.org")]
    [InlineData("Cc: \"Doe, Jane\" <jane@example.org>", "Cc", "Doe, Jane", "jane@example.org")]
    [InlineData("Reported-and-Tested-by: A <a@x>", "Reported-and-tested-by", "A", "a@x")]
    [InlineData("Co-Developed-by: A <a@x>", "Co-developed-by", "A", "a@x")]
    [InlineData("Suggested-by: A", "Suggested-by", "A", "")]
    [InlineData("Tested-by: A (on a board) <a@x", "Tested-by", "A (on a board)", "a@x")]
    [InlineData("Fixes: 1234abcd5678 (\"widgets: add\")", "Fixes", null, null)]
    [InlineData("Link: https://lore.example.org/r/1", "Link", null, null)]
    [InlineData("Closes: https://bugs.example.org/1", "Closes", null, null)]
    [InlineData("LKML-Reference: <20090403@x>", "LKML-Reference", null, null)]
    public void Knows_keys_and_people(string line, string key, string? name, string? email)
    {
        var trailer = Assert.Single(CommitMessageParser.Parse("s\n\nb\n\n" + line).Trailers);

        Assert.Equal((key, name, email), (trailer.Key, trailer.PersonName, trailer.PersonEmail));
    }

    [Fact]
    public void Reads_folded_lines_remarks_and_unknown_keys_of_the_block()
    {
        var message = CommitMessageParser.Parse("""
            s

            Body with Note: in it

            Reported-by: A Very Long Name
              <a@x>
            [b@x: changed the
             comment]
            Xyz-Ticket: 17
            Signed-off-by: B <b@x>
            """);

        Assert.Equal("Body with Note: in it", message.Body);
        Assert.Equal(["Reported-by", "Xyz-Ticket", "Signed-off-by"], message.Trailers.Select(t => t.Key));
        Assert.Equal("A Very Long Name <a@x>", message.Trailers[0].Value);
    }

    [Fact]
    public void Finds_tags_above_text_and_keeps_them_in_the_body()
    {
        var message = CommitMessageParser.Parse("s\n\nFrom: A <a@x>\n\nText\nTested-by: C <c@x>\nmore text\n\nSigned-off-by: B <b@x>\n");

        Assert.Equal(["From", "Tested-by", "Signed-off-by"], message.Trailers.Select(t => t.Key));
        Assert.Contains("Tested-by", message.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s", "s", "")]
    [InlineData("", "", "")]
    [InlineData("s\r\n\r\nb\r\n", "s", "b")]
    [InlineData("s\n\nSee http://example.org\nFixes http://bugs.example.org/1", "s", "See http://example.org\nFixes http://bugs.example.org/1")]
    public void Leaves_prose_alone(string text, string subject, string body)
    {
        var message = CommitMessageParser.Parse(text);

        Assert.Equal((subject, body), (message.Subject, message.Body));
        Assert.Empty(message.Trailers);
    }

    [Property]
    public bool Never_throws(string? text) => !CommitMessageParser.Parse(text ?? "").Subject.Contains('\n', StringComparison.Ordinal);
}
