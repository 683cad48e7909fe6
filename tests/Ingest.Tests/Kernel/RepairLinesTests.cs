using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class RepairLinesTests
{
    private const string A = "0123456789abcdef0123456789abcdef01234567";

    [Theory]
    [InlineData("Fixes: 0123456789ab (\"widgets: add\")", "0123456789ab")]
    [InlineData("fixes: 0123456789AB (\"widgets: add\")", "0123456789ab")]
    [InlineData("Fixes: commit 0123456789ab (\"widgets: add\")", "0123456789ab")]
    [InlineData("Fixes: (\"0123456789ab widgets: add\")", "0123456789ab")]
    [InlineData("Fixes: 0123456789ab (\"Revert \"fedcba9876: widgets\"\")", "0123456789ab")]
    [InlineData("Fixes: " + A, A)]
    public void Fixes(string line, string id) =>
        Assert.Equal([(RepairKind.Fixes, id)], Read("Text.\n\n" + line + "\nSigned-off-by: Jane Doe <jane@example.org>"));

    [Theory]
    [InlineData("Fixes: the build")]
    [InlineData("Fixes: CVE-2024-1234567")]
    [InlineData("Fixes: https://bugs.example.org/show?id=0123456789ab")]
    [InlineData("Fixes: a problem of 0123456789ab")]
    [InlineData("Fixes: 12345")]
    public void Fixes_no_commit(string line) => Assert.Empty(Read("Text.\n\n" + line + "\nSigned-off-by: Jane Doe <jane@example.org>"));

    [Theory]
    [InlineData("This reverts commit " + A + ".")]
    [InlineData("This reverts commit\n" + A + ".")]
    [InlineData("This partially reverts commit " + A + " (\"widgets: add\").")]
    [InlineData("This patch reverts " + A)]
    [InlineData("commit fedcba9876543210fedcba9876543210fedcba98 upstream.\n\nThis reverts commit " + A + ", reapplied later.")]
    [InlineData("Too early: revert commit " + A)]
    public void Reverts(string body) => Assert.Equal([(RepairKind.Reverts, A)], Read(body));

    [Theory]
    [InlineData("It was reverted by commit " + A)]
    [InlineData("After commit " + A + " it reverts the order.")]
    [InlineData("The commit which reverts " + A + " came later.")]
    [InlineData("See " + A)]
    public void Reverts_nothing(string body) => Assert.Empty(Read(body));

    [Fact]
    public void Several_each_once()
    {
        var repairs = Read("This reverts commit 0123456789ab and 123456789abc.\nThis reverts commit 0123456789ab.\n\nFixes: 23456789abcd (\"x\")\nFixes: 3456789abcde (\"y\")\nFixes: 23456789abcd (\"x\")\n");

        Assert.Equal(
            [(RepairKind.Fixes, "23456789abcd"), (RepairKind.Fixes, "3456789abcde"), (RepairKind.Reverts, "0123456789ab"), (RepairKind.Reverts, "123456789abc")],
            repairs);
    }

    private static IReadOnlyList<(RepairKind, string)> Read(string body) => RepairLines.Read(CommitMessageParser.Parse("widgets: fix\n\n" + body));
}
