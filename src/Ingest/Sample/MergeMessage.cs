using System.Text;

namespace KernelTracker.Ingest.Sample;

/// <summary>Words messages as git and kernel developers shape them.</summary>
internal static class MergeMessage
{
    /// <summary>How many subjects git lists in a merge message (merge.log).</summary>
    private const int ListedSubjects = 20;

    /// <summary>The message of a pull into mainline.</summary>
    public static string Pull(StoryTree tree, string kind, string reference, string title, IReadOnlyList<string> text, IReadOnlyList<string> subjects)
    {
        var source = (kind, tree.Url) switch
        {
            ("tag", { } url) => $"tag '{reference}' of {url}",
            ("branch", { } url) => $"branch '{reference}' of {url}",
            ("head", { } url) => url,
            _ => $"branch '{reference}' ({title} from {tree.Owner})",
        };
        var message = new StringBuilder($"Merge {source}\n\n");
        message.Append(kind == "local" ? "Merge " : "Pull ").Append($"{title} from {tree.Owner}:\n");
        Quote(message, text);
        var counted = subjects.Count > ListedSubjects ? $" ({subjects.Count} commits)" : "";
        message.Append($"\n* {(kind == "local" ? $"emailed patches from {tree.Owner}" : source)}:{counted}\n");
        foreach (var subject in subjects.Take(ListedSubjects))
            message.Append("  ").Append(subject).Append('\n');
        if (subjects.Count > ListedSubjects)
            message.Append("  ...\n");
        return message.ToString();
    }

    /// <summary>The message of a merge from one tree into another.</summary>
    public static string Nested(StoryTree tree, string tag, string into, string title, IReadOnlyList<string> text)
    {
        var message = new StringBuilder($"Merge tag '{tag}' of {tree.Url} into {into}-next\n\n{tree.Owner} writes:\n\n{title}\n");
        if (text.Count > 0)
            message.Append('\n').AppendJoin('\n', text).Append('\n');
        return message.ToString();
    }

    /// <summary>The message of a changeset.</summary>
    public static string Change(StoryChange change, string? upstream, string? reverted, IEnumerable<(string Key, string Value)> trailers)
    {
        var message = new StringBuilder(change.Subject).Append("\n\n");
        if (upstream is not null)
            message.Append($"commit {upstream} upstream.\n\n");
        if (reverted is not null)
            message.Append($"This reverts commit {reverted}.\n\n");
        if (change.Body.Count > 0)
            message.AppendJoin('\n', change.Body).Append("\n\n");
        foreach (var (key, value) in trailers)
            message.Append($"{key}: {value}\n");
        return message.ToString();
    }

    private static void Quote(StringBuilder message, IReadOnlyList<string> text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var line = (i == 0 ? " \"" : text[i].Length == 0 ? "" : "  ") + text[i] + (i == text.Count - 1 ? "\"" : "");
            message.Append(line).Append('\n');
        }
    }
}
