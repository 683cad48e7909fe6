using System.Text;
using FsCheck.Xunit;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class UpstreamLinesTests
{
    private const string A = "0123456789abcdef0123456789abcdef01234567";
    private const string B = "fedcba9876543210fedcba9876543210fedcba98";
    private const string C = "00112233445566778899aabbccddeeff00112233";

    [Theory]
    [InlineData("commit A upstream.")]
    [InlineData("commit A upstream")]
    [InlineData("Commit A upstream")]
    [InlineData("COMMIT A UPSTREAM.")]
    [InlineData("commit: A upstream")]
    [InlineData("commit A\nupstream.")]
    [InlineData("commit\nA upstream.")]
    [InlineData("commit A, upstream.")]
    [InlineData("commit A in upstream.")]
    [InlineData("commit A in mainline.")]
    [InlineData("commit A mainline")]
    [InlineData("commit A (\"widgets: add\") upstream.")]
    [InlineData("commit A upstream (as of v2.6.34-git13)")]
    [InlineData("commit A upstrea (as of v2.6.34-git13)")]
    [InlineData("commit A uptream")]
    [InlineData("commit A upstream, adapted to this tree.")]
    [InlineData("patch A upstream")]
    [InlineData("comit A upstream.")]
    [InlineData("This is commit A upstream.")]
    [InlineData("This is upstream commit A.")]
    [InlineData("This is the upstream commit A with offsets.")]
    [InlineData("Same as commit A upstream")]
    [InlineData("Based on commit A upstream, but simpler.")]
    [InlineData("based on A upstream")]
    [InlineData("part of commit A upstream\n(the upstream patch does more)")]
    [InlineData("trimmed down version of commit A upstream.")]
    [InlineData("upstream commit A")]
    [InlineData("upstream commit: A")]
    [InlineData("Upstream commit A.")]
    [InlineData("Upstream commit: A\n\nMore.")]
    [InlineData("Upstream commit A:")]
    [InlineData("upstream commit is A")]
    [InlineData("Upstream commit id: A")]
    [InlineData("upstream A\nwidgets: a title of it")]
    [InlineData("Upstream as A (post 2.6.28).")]
    [InlineData("upstream in 2.6.33-rc:  A")]
    [InlineData("Upstream-commit-id: A")]
    [InlineData("[ Upstream commit A ]")]
    [InlineData("[ upstream commit A ]")]
    [InlineData("[Upstream commit A]")]
    [InlineData("[ Upstream commit: A ]")]
    [InlineData("[ Upstream commit A - modified for this tree ]")]
    [InlineData("(Upstream commit A)")]
    [InlineData("mainline commit A")]
    [InlineData("Mainline commit: A")]
    [InlineData("commit A back-ported to 3.16.")]
    [InlineData("This is commit A back-ported to\n3.16.")]
    [InlineData("Commit A refreshed.")]
    [InlineData("Backport of commit A upstream.")]
    [InlineData("Backport of A.")]
    [InlineData("backport of commit A to the 2.6.27 kernel.")]
    [InlineData("(2.6.27 backport of A)")]
    [InlineData("[ backport of 2.6 commit A ]")]
    [InlineData("(backported from commit A)")]
    [InlineData("Based on upstream commit A.")]
    [InlineData("Upstream: A")]
    [InlineData("Mainline-commit: A")]
    [InlineData("commit A in Linus's tree.")]
    [InlineData("This is a backport of upstream commit: A")]
    [InlineData("This has been backported to 2.6.27.x from commit A in Linus' tree.")]
    [InlineData("This patch is modified from commit\nA with some pieces of others.")]
    [InlineData("This is a port of one line of upstream patch\nA")]
    [InlineData("This patch\nentered mainline as commit A.")]
    [InlineData("Already in Linus' tree:\nhttp://git.kernel.org/?p=linux/kernel/git/torvalds/linux-2.6.git;a=commit;h=A")]
    [InlineData("(cherry picked from commit A)")]
    [InlineData("(cherry-picked from commit A)")]
    [InlineData("(Cherry-picked from commit A)")]
    [InlineData("(cherry picked from upstream commit A)")]
    [InlineData("(cherry picked from A)")]
    [InlineData("cherry picked from commit A")]
    [InlineData("Text.\n\n(cherry picked from commit A)\nSigned-off-by: Jane Doe <jane@example.org>")]
    [InlineData("Text.\n\nOriginal-Commit-Hash: A\nSigned-off-by: Jane Doe <jane@example.org>")]
    [InlineData("Text.\n\nCommit-ID: A\nSigned-off-by: Jane Doe <jane@example.org>")]
    [InlineData("Text.\n\nGit-commit: A\nSigned-off-by: Jane Doe <jane@example.org>")]
    [InlineData("Text.\n\nUpstream-commit: A\nSigned-off-by: Jane Doe <jane@example.org>")]
    [InlineData("commit SHA1 A")]
    [InlineData("Commit: A\nAuthor: Jane Doe <jane@example.org>")]
    [InlineData("commit A\n\nIt was wrong.")]
    [InlineData("commit A upstream.\n\nCommit B broke it, and commit C too.")]
    [InlineData("commit A upstream.\n\nThis reverts commit B.")]
    [InlineData("[ Upstream commit A ]\n\nWith upstream commit B it broke.")]
    [InlineData("commit A upstream.\n\n(cherry picked from commit B)")]
    [InlineData("commit A upstream.\n\nFixed differently upstream in one place.")]
    public void Names_the_mainline_commit(string body) => Assert.Equal((UpstreamStatement.Named, A), Read(body));

    [Theory]
    [InlineData("commit A and B upstream.", "A,B")]
    [InlineData("commits A and\nB upstream merged together.", "A,B")]
    [InlineData("commit A and commit B upstream.", "A,B")]
    [InlineData("[ Upstream commits A\n  and B ]", "A,B")]
    [InlineData("[ Upstream commits A, B and C ]", "A,B,C")]
    [InlineData("commit A upstream.\ncommit B upstream.", "A,B")]
    [InlineData("upstream A\nOne title\n\nupstream B\nAnother title", "A,B")]
    [InlineData("This backports the following upstream commits all as one patch:\n\tA\n\tB\n\tC", "A,B,C")]
    [InlineData("This is a trivial backport of the following upstream commits:\n\n- A (ext2)\n- B (ext3)", "A,B")]
    [InlineData("This is a backport of the mainline patches\n\n A\n B\n\nMore.", "A,B")]
    [InlineData("Combined patches from 2.6.33:\nA\n    One title\nB\n    Another title", "A,B")]
    [InlineData("Relevant commits A and\nB.", "A,B")]
    [InlineData("original patch commit ids: A and\nB", "A,B")]
    [InlineData("commit A and A upstream.", "A")]
    public void Names_several(string body, string ids)
    {
        var expected = string.Join(',', ids.Split(',').Select(Id));

        Assert.Equal((UpstreamStatement.Named, expected), Read(body));
    }

    [Theory]
    [InlineData("commit 0123abc upstream.", "0123abc")]
    [InlineData("Upstream commit c71529e4:", "c71529e4")]
    [InlineData("commit 0123456789ABCDEF0123456789ABCDEF01234567 upstream.", A)]
    [InlineData("commit 0123456789abcdef01234567\n89abcdef01234567 upstream.", A)]
    [InlineData("[ Upstream commit 0123456789abcdef01234567\n  89abcdef01234567 ]", A)]
    [InlineData("commit 0123456789abcdef0123456789abcdef012 upstream", "0123456789abcdef0123456789abcdef012")]
    public void Reads_ids_abbreviated_cut_and_in_capitals(string body, string id) => Assert.Equal((UpstreamStatement.Named, id), Read(body));

    [Theory]
    [InlineData("[ No upstream commit, this is fixing code that is gone. ]")]
    [InlineData("No upstream commit exists for this.")]
    [InlineData("There is no upstream commit for this patch.")]
    [InlineData("No matching upstream commit as it was resolved differently there.")]
    [InlineData("[ Upstream commit: none\n  This is a quick fix. ]")]
    [InlineData("Not upstream as it is fixed differently in .32")]
    [InlineData("This is not upstream: the code was rewritten.")]
    [InlineData("[Not upstream in the same way, as it was fixed differently there]")]
    [InlineData("This patch is not in mainline.")]
    [InlineData("This patch is not upstream because the code changed.")]
    [InlineData("Not in upstream above 2.6.27 due to a change in the way this code works.")]
    [InlineData("It has not been applied upstream since the code went.")]
    [InlineData("This code does not exist upstream.")]
    [InlineData("This problem does not exist in mainline.")]
    [InlineData("This does not apply to mainline.")]
    [InlineData("The mainline kernel doesn't have this problem. Commit A (\"widgets: add\") cured it.")]
    [InlineData("Mainline does not need this fix, as commit\nA fixed the problem by refactoring.")]
    [InlineData("Mainline is not affected.")]
    [InlineData("[Solved differently upstream]")]
    [InlineData("On upstream the bug was fixed differently around 2.6.34.")]
    [InlineData("[Fixed in a different manner upstream, due to rewrites in this area]")]
    [InlineData("[ Upstream fixed this in a different way as parts of the commits:\n\tA (one)\n\tB (two) ]")]
    [InlineData("This was fixed in mainline by the interface change made in commit\nA.")]
    [InlineData("fixed upstream in commit A in a different way")]
    [InlineData("This issue was fixed indirectly in mainline by commit\nA.")]
    [InlineData("This patch is not applicable to Linus's tree as the code in question has gone.")]
    [InlineData("This is a stable only patch.")]
    [InlineData("This is a stable-specific fix.")]
    [InlineData("This commit has no direct upstream counterpart.")]
    [InlineData("Upstream doesn't have this issue.")]
    [InlineData("It is needed\nonly in this tree due to the divergence from upstream.")]
    [InlineData("This applies to 2.6.32 *only*.")]
    [InlineData("This fix is only needed for 2.6.29.y tree, since later ones moved on.")]
    public void Says_that_there_is_none(string body) => Assert.Equal((UpstreamStatement.NoUpstream, ""), Read(body));

    [Theory]
    [InlineData("Revert \"widgets: add\"", "This reverts commit A.")]
    [InlineData("Revert \"widgets: add\"", "This reverts commit A which is commit B upstream.")]
    [InlineData("Revert \"widgets: add\"", "This reverts commit A which is\ncommit B upstream.")]
    [InlineData("Revert \"widgets: add\"", "This reverts the commit A, which was\nthe commit B upstream.")]
    [InlineData("Revert \"widgets: add\"", "This reverts commit A.\n\nIt breaks the build.\n\nOriginal text:\n\ncommit B upstream.")]
    [InlineData("Revert: widgets: add", "This reverts commit A, it should not have been applied.")]
    [InlineData("widgets: undo it", "This reverts commit A.")]
    public void Takes_back_a_changeset_of_its_series(string subject, string body) =>
        Assert.Equal((UpstreamStatement.RevertsStable, A), Read(body, subject));

    [Fact]
    public void Takes_back_a_changeset_named_in_its_subject()
    {
        Assert.Equal((UpstreamStatement.RevertsStable, "0123abc"), Read("Not meant for it.\n\nOriginal text:\n\nBased on commit A upstream, but simpler.", "sched: revert stable 0123abc sched: fix a race"));
        Assert.Equal((UpstreamStatement.Named, A), Read("commit A upstream.\n\nThe above commit was wrong.", "block: revert part of " + B));
    }

    [Theory]
    [InlineData("It was introduced by commit A.")]
    [InlineData("It was introduced in upstream commit A.")]
    [InlineData("This fixes upstream commit A.")]
    [InlineData("Upstream commit A introduced a leak.")]
    [InlineData("Upstream commit A (\"widgets: add\") broke it.")]
    [InlineData("Upstream commit A\nintroduced a leak.")]
    [InlineData("Commit A broke it.")]
    [InlineData("Commit A (\"widgets: add\") was meant to fix it.")]
    [InlineData("commit: A forgot to convert it.")]
    [InlineData("Since commit A it fails.")]
    [InlineData("It fails since commit A upstream changed the order.")]
    [InlineData("Text.\n\nFixes: A (\"widgets: add\")\nSigned-off-by: Jane Doe <jane@example.org>")]
    [InlineData("See commit\nA for more.")]
    [InlineData("It was caused by\ncommit A upstream.")]
    [InlineData("During backporting of A we lost a line.")]
    [InlineData("commit A in linux-next")]
    [InlineData("commit 0123ab upstream.")]
    [InlineData("commit upstream.")]
    [InlineData("[<0123456789abcdef>] upstream_call+0x0/0x40")]
    [InlineData("The upstream driver handles 1048576 names.")]
    [InlineData("commit 0123456789abcdef0123456789abcdef012345678 upstream.")]
    [InlineData("")]
    public void Mentions_do_not_count(string body) => Assert.Equal((UpstreamStatement.None, ""), Read(body));

    [Property(MaxTest = 300)]
    public bool Ids_are_of_the_message(string?[] words, int seed)
    {
        var text = Compose(words, seed);
        var message = CommitMessageParser.Parse(text);
        var flat = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

        var read = UpstreamLines.Read(message);

        return read.Ids.All(id => id.Length is >= 7 and <= 40 && id.All(char.IsAsciiHexDigitLower) && flat.Contains(id, StringComparison.Ordinal))
            && read.Ids.Distinct().Count() == read.Ids.Count
            && (read.Ids.Count > 0) == (read.Statement is UpstreamStatement.Named or UpstreamStatement.RevertsStable)
            && RepairLines.Read(message).All(r => r.Id.Length is >= 7 and <= 40 && flat.Contains(r.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("commit ")]
    [InlineData("0123456789 and ")]
    [InlineData("0123456789abcdef0123\n")]
    [InlineData("upstream commit 0123456789\n")]
    [InlineData("not upstream ")]
    [InlineData("(((((((")]
    [InlineData("a")]
    [InlineData("\0")]
    public void Huge_messages_are_read_in_time(string part)
    {
        var message = new ParsedMessage("s", string.Concat(Enumerable.Repeat(part, 200_000 / part.Length)), []);

        var clock = System.Diagnostics.Stopwatch.StartNew();
        UpstreamLines.Read(message);
        RepairLines.Read(message);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    /// <summary>A message of words that matter to the reader, between what FsCheck makes up.</summary>
    private static string Compose(string?[] words, int seed)
    {
        string[] known = ["commit ", "upstream", A, B[..9], "\n", "\n\n", "[ ", " ]", "This reverts ", "cherry picked from ", "backport of ", " and ", "not ", "Fixes: ", ": ", "mainline "];
        var random = new Random(seed);
        var text = new StringBuilder("subject\n\n");
        foreach (var word in words)
            text.Append(word).Append(known[random.Next(known.Length)]).Append(known[random.Next(known.Length)]);
        return text.ToString();
    }

    private static string Id(string letter) => letter switch { "A" => A, "B" => B, "C" => C, _ => letter };

    private static (UpstreamStatement, string) Read(string body, string subject = "widgets: fix them")
    {
        var written = System.Text.RegularExpressions.Regex.Replace(body, "(?<![A-Za-z])[ABC](?![A-Za-z'])", m => Id(m.Value));
        var text = UpstreamLines.Read(CommitMessageParser.Parse(subject + "\n\n" + written + "\n\nSigned-off-by: Joe Doe <joe@example.org>\n"));
        return (text.Statement, string.Join(',', text.Ids));
    }
}
