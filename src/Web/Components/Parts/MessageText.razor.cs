using KernelTracker.Data.Queries;
using Microsoft.AspNetCore.Components;

namespace KernelTracker.Web.Components.Parts;

/// <summary>A message as it was written, line by line; ids of commits that we hold are links.</summary>
public sealed partial class MessageText
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The commits behind the ids in it.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, MentionedCommit> Mentions { get; set; } = new Dictionary<string, MentionedCommit>();

    private IEnumerable<(string Text, string? Target)> Pieces => Split(Text, Mentions);

    /// <summary>The text in pieces, ids of known commits apart with the address of their page.</summary>
    internal static IEnumerable<(string Text, string? Target)> Split(string text, IReadOnlyDictionary<string, MentionedCommit> mentions)
    {
        var at = 0;
        foreach (var (start, length) in CommitMentions.In(text))
        {
            var id = text.Substring(start, length);
            if (!mentions.TryGetValue(id, out var commit))
                continue;
            if (start > at)
                yield return (Plain.Text(text[at..start]), null);
            yield return (id, $"/changesets/{commit.Sha}");
            at = start + length;
        }
        if (at < text.Length)
            yield return (Plain.Text(text[at..]), null);
    }
}
