namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>How a macro exports a symbol.</summary>
/// <param name="Text">What stands with the symbol: its license, "unused", "per-CPU"; empty for nothing.</param>
/// <param name="Symbol">The symbol, "*" standing for the macro's argument.</param>
internal sealed record ExportForm(string Text, string Symbol);

/// <summary>The macros that export symbols (include/linux/export.h, before 3.2 include/linux/module.h, and those made of them).</summary>
internal static class ExportRules
{
    private const string Argument = "*";

    private static readonly Dictionary<string, ExportForm> Forms = Load();

    private static readonly Dictionary<string, ExportForm>.AlternateLookup<ReadOnlySpan<char>> BySpan = Forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How a macro exports; null when it does not.</summary>
    public static ExportForm? Of(ReadOnlySpan<char> macro)
    {
        if (BySpan.TryGetValue(macro, out var form))
            return form;
        return macro.StartsWith("EXPORT_SYMBOL_") ? new ExportForm(macro.Contains("GPL", StringComparison.Ordinal) ? "GPL" : "", Argument) : null;
    }

    private static Dictionary<string, ExportForm> Load()
    {
        var forms = new Dictionary<string, ExportForm>(StringComparer.Ordinal);
        foreach (var line in RuleText.Load("Kernel.Interfaces.Rules", "exports.txt"))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            forms.Add(words[0], new ExportForm(words[1] == "-" ? "" : words[1].Replace('_', ' '), words.Length > 2 ? words[2] : Argument));
        }
        return forms;
    }
}
