using KernelTracker.Data;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Puts the messages of stored commits together again.</summary>
internal static class StoredMessages
{
    private const int BatchSize = 1000;

    /// <summary>The messages of some commits, in the order of their numbers.</summary>
    public static IEnumerable<(int Id, ParsedMessage Message)> Read(TrackerContext context, IEnumerable<int> ids)
    {
        foreach (var batch in ids.Order().Chunk(BatchSize))
        {
            var trailers = (
                from trailer in context.Trailers
                where batch.Contains(trailer.CommitId)
                join identity in context.Identities on trailer.IdentityId equals identity.Id into people
                from person in people.DefaultIfEmpty()
                orderby trailer.CommitId, trailer.Ordinal
                select new { trailer.CommitId, trailer.Key, trailer.Value, Name = (string?)person!.Name, Email = (string?)person!.Email })
                .AsEnumerable().ToLookup(t => t.CommitId, t => new TrailerLine(t.Key, t.Value, t.Name, t.Email));
            var texts = (
                from commit in context.Commits
                where batch.Contains(commit.Id)
                join text in context.CommitMessages on commit.Id equals text.CommitId
                orderby commit.Id
                select new { commit.Id, commit.Subject, text.Body }).ToList();
            foreach (var text in texts)
                yield return (text.Id, new ParsedMessage(text.Subject, text.Body, [.. trailers[text.Id]]));
        }
    }
}
