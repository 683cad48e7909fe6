using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Pipeline;
using KernelTracker.Tests.Support;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline;

public class CommitNamesTests
{
    [Theory]
    [InlineData("abcdef0", MentionState.Ambiguous, null)]
    [InlineData("abcdef01", MentionState.Found, 1)]
    [InlineData("abcdef02", MentionState.Found, 2)]
    [InlineData("abcdef03", MentionState.NotHeld, null)]
    [InlineData("0000001", MentionState.Found, 3)]
    [InlineData("fffffff", MentionState.NotHeld, null)]
    [InlineData("abcdef0200000000000000000000000000000000", MentionState.Found, 2)]
    [InlineData("abcdef0200000000000000000000000000000001", MentionState.NotHeld, null)]
    public void An_id_leads_to_the_one_commit_that_begins_so(string written, MentionState state, int? id)
    {
        using var database = new TemporaryDatabase();
        using var context = TrackerDatabase.OpenWriter(database.File);
        string[] names = ["abcdef01", "abcdef02", "0000001a"];
        for (var i = 0; i < names.Length; i++)
            context.Commits.Add(new Commit { Id = i + 1, Sha = Convert.FromHexString(names[i].PadRight(40, '0')), Subject = "x" });
        context.SaveChanges();

        Assert.Equal((state, id), CommitNames.Load(context).Find(written));
    }
}
