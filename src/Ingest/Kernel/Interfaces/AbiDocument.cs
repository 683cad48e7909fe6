using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Reads Documentation/ABI (its README): "What:" with one or more paths, and the first sentence of "Description:".</summary>
internal static class AbiDocument
{
    /// <summary>Reads a file of entries.</summary>
    public static void Read(string text, FactSet facts)
    {
        foreach (var entry in FieldEntries.Read(text, "What"))
        {
            var description = OneLine.Sentence(entry.Text("Description"));
            foreach (var what in entry.Lines("What"))
            {
                var name = OneLine.Of(what);
                // Prose below a "What:" without a path is no name.
                if (name.Length > 0 && (name.Contains('/', StringComparison.Ordinal) || !name.Contains(' ', StringComparison.Ordinal)))
                    facts.Add(InterfaceKind.AbiFile, name, description);
            }
        }
    }
}
