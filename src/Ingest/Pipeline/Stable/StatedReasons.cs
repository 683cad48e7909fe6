using KernelTracker.Data;
using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Stable;

/// <summary>Why changesets are in stable updates, by what they or their mainline changesets say.</summary>
internal sealed class StatedReasons
{
    private const string StableAddress = "stable@";

    private readonly HashSet<int> _askedFor;
    private readonly HashSet<int> _fixing;

    private StatedReasons(HashSet<int> askedFor, HashSet<int> fixing) => (_askedFor, _fixing) = (askedFor, fixing);

    /// <summary>
    /// Reads which commits have "Cc: stable@…" and which "Fixes: …". The list had several addresses
    /// (stable@kernel.org, stable@vger.kernel.org) and has many spellings; what stands before the @ is common to all.
    /// </summary>
    public static StatedReasons Load(TrackerContext context)
    {
        var askedFor =
            from trailer in context.Trailers
            where trailer.Key == "Cc"
            join identity in context.Identities on trailer.IdentityId equals identity.Id into people
            from person in people.DefaultIfEmpty()
            where EF.Functions.Like(trailer.Value, $"%{StableAddress}%") || EF.Functions.Like(person!.Email, $"{StableAddress}%")
            select trailer.CommitId;
        return new StatedReasons([.. askedFor], [.. context.Repairs.Where(r => r.Kind == RepairKind.Fixes).Select(r => r.CommitId)]);
    }

    /// <summary>The reasons of a stable changeset.</summary>
    public StableReasons Of(int commitId, UpstreamLink link)
    {
        var reasons = StableReasons.None;
        foreach (var id in link.Backports.Select(b => b.UpstreamCommitId).OfType<int>().Append(commitId))
        {
            if (_askedFor.Contains(id))
                reasons |= StableReasons.CcStable;
            if (_fixing.Contains(id))
                reasons |= StableReasons.Fixes;
        }
        return reasons == StableReasons.None && link.Backports.Any(b => b.UpstreamCommitId is null) ? StableReasons.NotKnown : reasons;
    }
}
