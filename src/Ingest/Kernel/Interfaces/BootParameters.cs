using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Reads __setup, early_param and core_param.</summary>
internal static class BootParameters
{
    /// <summary>Reads one call.</summary>
    public static void Read(string text, CodeWord word, FactSet facts)
    {
        var macro = text.AsSpan(word.Start, word.End - word.Start);
        if (word.InDirective || macro is not ("__setup" or "early_param" or "core_param" or "core_param_cb" or "__setup_param"))
            return;
        if (CodeCall.Arguments(text, word.End) is not { Count: > 1 } arguments)
            return;
        // core_param takes the bare name, the others a literal.
        var written = macro.StartsWith("core") ? arguments[0] : CodeCall.Literal(arguments[0]);
        if (written is not null)
            facts.Add(InterfaceKind.BootParameter, Name(written));
    }

    /// <summary>The parameter without the sign before its value: "mem=" is "mem".</summary>
    public static string Name(string written)
    {
        var end = written.IndexOfAny(['=', ' ', ',']);
        return (end < 0 ? written : written[..end]).Trim();
    }
}
