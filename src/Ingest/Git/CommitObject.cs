using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>A whole commit object.</summary>
/// <param name="Tree">The tree it records.</param>
/// <param name="Parents">Its parents, in order.</param>
/// <param name="Author">Who wrote the change.</param>
/// <param name="Committer">Who made the commit.</param>
/// <param name="Message">The message, line ends as written.</param>
/// <param name="EncodingGuessed">A name or the message was not valid in its encoding, and a line of it was read as Windows-1252.</param>
/// <param name="MessageCut">The message was longer than <see cref="CommitParser.MaxMessageBytes"/>; the rest was dropped.</param>
internal sealed record CommitObject(
    ObjectId Tree,
    IReadOnlyList<ObjectId> Parents,
    GitSignature Author,
    GitSignature Committer,
    string Message,
    bool EncodingGuessed,
    bool MessageCut);

/// <summary>What a walk of the commit graph needs of a commit.</summary>
/// <param name="Tree">The tree it records.</param>
/// <param name="Parents">Its parents, in order.</param>
/// <param name="CommitTime">Committer date, seconds since 1970 UTC; 0 when missing or garbled.</param>
internal readonly record struct CommitHeader(ObjectId Tree, ObjectId[] Parents, long CommitTime);
