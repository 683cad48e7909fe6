using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Reads EXPORT_SYMBOL and its forms.</summary>
internal static class ExportedSymbols
{
    /// <summary>Reads one call of a macro that may export something; what is pasted together in a macro is not known.</summary>
    public static void Read(string text, CodeWord word, FactSet facts)
    {
        if (ExportRules.Of(text.AsSpan(word.Start, word.End - word.Start)) is not { } form || CodeCall.Arguments(text, word.End) is not { Count: > 0 } arguments)
            return;
        var symbol = arguments[0];
        // BTFIXUP_CALL(x) of old sparc exports a symbol of its own for x.
        if (!CodeWords.IsName(symbol) && !(symbol.EndsWith(')') && CodeWords.IsName(symbol.AsSpan(0, Math.Max(0, symbol.IndexOf('(', StringComparison.Ordinal))))))
            return;
        var space = arguments.Count > 1 && text.AsSpan(word.Start, word.End - word.Start).Contains("_NS", StringComparison.Ordinal)
            ? (CodeCall.Literal(arguments[^1]) ?? arguments[^1]) : null;
        facts.Add(InterfaceKind.ExportedSymbol, form.Symbol.Replace("*", symbol, StringComparison.Ordinal), space is null ? form.Text : $"{form.Text}{(form.Text.Length > 0 ? ", " : "")}namespace {space}");
    }
}
