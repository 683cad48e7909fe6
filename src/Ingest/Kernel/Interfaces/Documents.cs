using System.Buffers;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Files below Documentation that people read: which are for users, which for developers, and their titles.</summary>
internal static class Documents
{
    private const string Folder = "Documentation/";

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    private static readonly List<(string Start, InterfaceKind? Kind)> Starts = Load();

    /// <summary>What a path is; null when it is no document, or one without a reader of its own: translations, bindings, entries of lists.</summary>
    public static InterfaceKind? KindOf(string path)
    {
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
            return null;
        var name = path.AsSpan(Folder.Length);
        var file = name[(name.LastIndexOf('/') + 1)..];
        // Indexes, examples and programs are no documents.
        if (file is "00-INDEX" or "00-Index" or "Makefile" or "Kconfig" or "index.rst" or "conf.py" || file.StartsWith("."))
            return null;
        var dot = file.LastIndexOf('.');
        if (dot > 0 && file[dot..] is not (".txt" or ".rst" or ".tmpl" or ".md" or ".html" or ".xml"))
            return null;
        foreach (var (start, kind) in Starts)
        {
            if (name.StartsWith(start))
                return kind;
        }
        return InterfaceKind.DeveloperDocument;
    }

    /// <summary>The first line of a document that is its title: no comment, no marks, no blank line.</summary>
    public static string Title(string text)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++lines > 40)
                break;
            var title = line.Trim();
            if (title.StartsWith("<title>"))
                title = title[7..(title.IndexOf("</") is var end and > 7 ? end : title.Length)];
            if (IsNoTitle(title) || title.StartsWith("..") || title.StartsWith(":") || title.StartsWith("<") || !title.ContainsAny(Letters))
                continue;
            return OneLine.Of(title.Trim("=-*# \t"));
        }
        return "";
    }

    /// <summary>What stands before titles: who has the rights, what kind of text it is, its own name.</summary>
    private static bool IsNoTitle(ReadOnlySpan<char> line) =>
        line.IsEmpty || line.Contains("Copyright", StringComparison.OrdinalIgnoreCase) || line.Contains(".dtd\"", StringComparison.Ordinal) || line.StartsWith("File:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("SPDX", StringComparison.Ordinal) || line.StartsWith("$Id", StringComparison.Ordinal) || line.StartsWith("Last ", StringComparison.OrdinalIgnoreCase);

    private static List<(string, InterfaceKind?)> Load() =>
        [.. RuleText.Load("Kernel.Interfaces.Rules", "documents.txt")
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(w => (w[0], w[1] switch { "user" => InterfaceKind.Document, "developer" => InterfaceKind.DeveloperDocument, _ => (InterfaceKind?)null }))
            .OrderByDescending(s => s.Item1.Length)];
}
