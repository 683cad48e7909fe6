using System.Text;
using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Git;
using Xunit;

namespace KernelTracker.Ingest.Tests.Git;

public class CommitParserTests
{
    private const string Tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    private const string Parent = "1da177e4c3f41524e886b7f1b8a0c1fc7321cac2";

    private static byte[] Raw(
        string author = "A U Thor <author@example.org> 1234567890 +0100",
        string committer = "C O Mitter <c@example.org> 1234567899 -0730",
        string more = "",
        string message = "subject\n",
        string parents = $"parent {Parent}\n") =>
        Encoding.Latin1.GetBytes($"tree {Tree}\n{parents}author {author}\ncommitter {committer}\n{more}\n{message}");

    [Fact]
    public void Plain_commit_is_read_whole()
    {
        var commit = CommitParser.Parse(Raw(message: "subject\n\nbody\n"));

        Assert.Equal(ObjectId.Parse(Tree), commit.Tree);
        Assert.Equal([ObjectId.Parse(Parent)], commit.Parents);
        Assert.Equal(new GitSignature("A U Thor", "author@example.org", 1234567890, 60), commit.Author);
        Assert.Equal(new GitSignature("C O Mitter", "c@example.org", 1234567899, -450), commit.Committer);
        Assert.Equal("subject\n\nbody\n", commit.Message);
        Assert.False(commit.EncodingGuessed);
        Assert.False(commit.MessageCut);
    }

    [Theory]
    [InlineData("A <a@x> 0 +0000", "A", "a@x", 0, 0)]
    [InlineData("A <a@x> 4291747200 +1400", "A", "a@x", 4291747200, 840)] // 2106
    [InlineData("<a@x> 5 +0000", "", "a@x", 5, 0)]
    [InlineData(" <a@x> 5 +0000", "", "a@x", 5, 0)]
    [InlineData("A <> 5 +0000", "A", "", 5, 0)]
    [InlineData("A <a@x>", "A", "a@x", 0, 0)]
    [InlineData("A <a@x> yesterday", "A", "a@x", 0, 0)]
    [InlineData("A <a@x> -5 +0000", "A", "a@x", 0, 0)]
    [InlineData("A <a@x> 99999999999999999999 +0000", "A", "a@x", 0, 0)]
    [InlineData("A <a@x> 999999999999 +0000", "A", "a@x", 0, 0)] // Past the year 9999.
    [InlineData("A <a@x> 5", "A", "a@x", 5, 0)]
    [InlineData("A <a@x> 5 Z", "A", "a@x", 5, 0)]
    [InlineData("A <a@x> 5 +051800", "A", "a@x", 5, 0)]
    [InlineData("A <a <b> c@x>> 5 +0000", "A", "a <b", 5, 0)]
    [InlineData("A \"Nick\" B, C. <a@x> 5 +0530", "A \"Nick\" B, C.", "a@x", 5, 330)]
    [InlineData("no address at all", "no address at all", "", 0, 0)]
    public void Signature_is_read_as_git_reads_it(string line, string name, string email, long time, int offset)
    {
        Assert.Equal(new GitSignature(name, email, time, offset), CommitParser.Parse(Raw(author: line)).Author);
        Assert.Equal(time, CommitParser.ParseHeader(Raw(committer: line)).CommitTime);
    }

    [Theory]
    [InlineData("", "J\u00F6rg", true)] // Latin-1 without a header.
    [InlineData("encoding ISO-8859-1\n", "J\u00F6rg", false)]
    [InlineData("encoding latin1\n", "J\u00F6rg", false)]
    [InlineData("encoding no-such-encoding\n", "J\u00F6rg", true)]
    [InlineData("encoding UTF-8\n", "J\u00F6rg", true)]
    [InlineData("encoding koi8-r\n", "J\u0416rg", false)]
    public void Text_that_is_not_utf8_shows_the_right_letter(string header, string name, bool guessed)
    {
        var commit = CommitParser.Parse(Raw(author: "J\u00F6rg <j@x> 1 +0000", more: header));

        Assert.Equal(name, commit.Author.Name);
        Assert.Equal(guessed, commit.EncodingGuessed);
    }

    [Fact]
    public void Lines_of_different_encodings_are_each_read_right()
    {
        byte[] message = [.. "Gr\u00FC\u00DFe\n\nSigned-off-by: J\u00F6rg\n"u8, .. Encoding.Latin1.GetBytes("Acked-by: Andr\u00E9\n")];

        var commit = CommitParser.Parse([.. Raw(message: ""), .. message]);

        Assert.Equal("Gr\u00FC\u00DFe\n\nSigned-off-by: J\u00F6rg\nAcked-by: Andr\u00E9\n", commit.Message);
        Assert.True(commit.EncodingGuessed);
    }

    [Fact]
    public void Nul_is_made_visible() =>
        Assert.Equal("a\uFFFDb\n", CommitParser.Parse(Raw(message: "a\0b\n")).Message);

    [Fact]
    public void Signatures_and_embedded_tags_are_no_part_of_the_commit()
    {
        const string More = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n committer X <x@x> 7 +0000\n -----END PGP SIGNATURE-----\n"
            + "mergetag object 1da177e4c3f41524e886b7f1b8a0c1fc7321cac2\n type commit\n tag x\n \n encoding koi8-r\n";

        var commit = CommitParser.Parse(Raw(more: More));

        Assert.Equal("subject\n", commit.Message);
        Assert.Equal(1234567899, commit.Committer.Time);
        Assert.Equal(1234567899, CommitParser.ParseHeader(Raw(more: More)).CommitTime);
    }

    [Fact]
    public void Sixty_parents_keep_their_order()
    {
        var parents = Enumerable.Range(1, 60).Select(i => i.ToString("x40", System.Globalization.CultureInfo.InvariantCulture)).ToList();

        var raw = Raw(parents: string.Concat(parents.Select(p => $"parent {p}\n")));

        Assert.Equal(parents, CommitParser.Parse(raw).Parents.Select(p => p.ToString()));
        Assert.Equal(parents, CommitParser.ParseHeader(raw).Parents.Select(p => p.ToString()));
    }

    [Fact]
    public void Long_subject_is_kept_and_a_huge_message_is_cut_between_characters()
    {
        var subject = new string('s', 100_000);
        Assert.Equal(subject, CommitParser.Parse(Raw(message: subject)).Message);

        var huge = Encoding.UTF8.GetBytes(new string('x', CommitParser.MaxMessageBytes - 1) + new string('\u20AC', 3_000_000));
        var commit = CommitParser.Parse([.. Raw(message: ""), .. huge]);

        Assert.True(commit.MessageCut);
        Assert.False(commit.EncodingGuessed);
        Assert.Equal(CommitParser.MaxMessageBytes - 1, commit.Message.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("parent 1da177e4c3f41524e886b7f1b8a0c1fc7321cac2\n")]
    [InlineData("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904")]
    [InlineData("tree 4b825dc642cb6eb9a060e54bf8d69288fbee490\n\n")]
    [InlineData("tree 4b825dc642cb6eb9a060e54bf8d69288fbee490g\n")]
    [InlineData("tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nparent 1da1\n")]
    public void Commit_without_usable_names_is_refused(string raw)
    {
        Assert.Throws<GitFormatException>(() => CommitParser.Parse(Encoding.ASCII.GetBytes(raw)));
        Assert.Throws<GitFormatException>(() => CommitParser.ParseHeader(Encoding.ASCII.GetBytes(raw)));
    }

    [Fact]
    public void Commit_without_people_or_message_is_read()
    {
        var commit = CommitParser.Parse(Encoding.ASCII.GetBytes($"tree {Tree}\n"));

        Assert.Equal("", commit.Message);
        Assert.Equal(new GitSignature("", "", 0, 0), commit.Author);
    }

    [Property(MaxTest = 500)]
    public bool Any_bytes_are_read_or_refused_as_malformed(byte[] bytes, bool afterTree)
    {
        byte[] raw = afterTree ? [.. Raw(message: "")[..(46 + bytes.Length % 150)], .. bytes] : bytes;
        try
        {
            var commit = CommitParser.Parse(raw);
            var header = CommitParser.ParseHeader(raw);
            return header.Tree == commit.Tree && header.Parents.SequenceEqual(commit.Parents) && header.CommitTime == commit.Committer.Time;
        }
        catch (GitFormatException)
        {
            return true;
        }
    }
}
