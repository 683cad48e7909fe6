using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class PatchQueueTests
{
    [Fact]
    public void A_series_has_comments_and_options()
    {
        var names = SeriesFile.Read("# the queue\n\na.patch\nb.patch -p1\n  c.patch\t-R # why\n#d.patch\r\nnet/e.patch\r\n");

        Assert.Equal(["a.patch", "b.patch", "c.patch", "net/e.patch"], names);
    }

    [Fact]
    public void A_patch_says_who_what_and_where_from()
    {
        var patch = PatchHeader.Read("""
            From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001
            From: =?UTF-8?q?J=C3=B6rg=20Doe?= <joerg@example.org>
            Date: Mon, 6 Oct 2014 10:00:00 +0200
            Subject: [PATCH 3.16 001/212] widgets: fix the leak of
             widgets

            commit fedcba9876543210fedcba9876543210fedcba98 upstream.

            They leaked.

            Signed-off-by: Joerg Doe <joerg@example.org>
            ---
             drivers/widgets.c | 2 +-

            commit 0123456789abcdef0123456789abcdef01234567 upstream.
            """);

        Assert.NotNull(patch);
        Assert.Equal("Jörg Doe", patch.Author);
        Assert.Equal("widgets: fix the leak of widgets", patch.Message.Subject);
        Assert.Equal(["fedcba9876543210fedcba9876543210fedcba98"], UpstreamLines.Read(patch.Message).Ids);
    }

    [Fact]
    public void The_author_may_stand_in_the_text()
    {
        var patch = PatchHeader.Read("From: Greg Doe <greg@example.org>\nSubject: widgets: fix\n\nFrom: Jane Roe <jane@example.org>\n\n[ Upstream commit 0123456789ab ]\n\ndiff --git a/x b/x\n");

        Assert.Equal("Jane Roe", patch?.Author);
        Assert.Equal(UpstreamStatement.Named, UpstreamLines.Read(patch!.Message).Statement);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("From: A <a@x>\n\ntext\n")]
    [InlineData("Subject:\n\ntext\n")]
    [InlineData("\0\0\0\0")]
    public void Other_texts_are_no_patches(string text) => Assert.Null(PatchHeader.Read(text));

    [Theory]
    [InlineData("=?UTF-8?B?SsO2cmc=?=", "Jörg")]
    [InlineData("=?iso-8859-1?Q?J=F6rg?= Doe", "Jörg Doe")]
    [InlineData("=?utf-8?q?a?= =?utf-8?q?b?=", "ab")]
    [InlineData("=?utf-8?q?a_b?=", "a b")]
    [InlineData("=?nonsense?q?a?=", "=?nonsense?q?a?=")]
    [InlineData("=?utf-8?q?a=zz?=", "=?utf-8?q?a=zz?=")]
    [InlineData("=?utf-8?b?%%?=", "=?utf-8?b?%%?=")]
    [InlineData("plain", "plain")]
    public void Encoded_words_become_letters(string header, string text) => Assert.Equal(text, EncodedWords.Decode(header));

    [Theory]
    [InlineData("Responses should be made by Thu, 09 Oct 2014 22:16:33 GMT.", "2014-10-09T22:16:33+00:00")]
    [InlineData("Responses should be made by Thu,  9 Oct 2014 22:16:33 +0000.", "2014-10-09T22:16:33+00:00")]
    [InlineData("Responses should be made by Thu Oct  9 22:16:33 UTC 2014.", "2014-10-09T22:16:33+00:00")]
    [InlineData("Responses should be made by Oct  9 22:16:33 GMT 2014.", "2014-10-09T22:16:33+00:00")]
    [InlineData("responses should be made by Thu, 09 Oct 2014 22:16:33 -0700", "2014-10-09T22:16:33-07:00")]
    [InlineData("Responses should be made by\nThu, 09 Oct 2014 22:16:33 GMT.\nAnything received after that time might be too late.", "2014-10-09T22:16:33+00:00")]
    [InlineData("Responses should be made by next week.", null)]
    [InlineData("Responses should be made by Thu, 39 Oct 2014 22:16:33 GMT.", null)]
    [InlineData("Nothing.", null)]
    public void The_due_date_of_a_review(string text, string? due) =>
        Assert.Equal(due, ReviewAnnouncement.Read(text).Due?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("This is the start of the stable review cycle for the 3.16.5 release.", "v3.16.5")]
    [InlineData("This is the start of the stable review cycle for the 2.6.32.28 release.", "v2.6.32.28")]
    [InlineData("…review cycle for the 3.16.5 release.\n\nThe whole patch series can be found in one patch at:\n\thttps://example.org/patch-3.16.5-rc2.gz", "v3.16.5-rc2")]
    [InlineData("Nothing.", null)]
    public void The_version_in_review(string text, string? version) => Assert.Equal(version, ReviewAnnouncement.Read(text).Version?.ToString());

    [Property(MaxTest = 200)]
    public void Any_text_is_read(string? text)
    {
        var any = text ?? "";
        SeriesFile.Read(any);
        PatchHeader.Read("Subject: =?utf-8?q?" + any + "\n\n" + any);
        ReviewAnnouncement.Read("Responses should be made by " + any);
        EncodedWords.Decode("=?utf-8?b?" + any + "?= =?");
    }
}
