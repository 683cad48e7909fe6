using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Reads Documentation/feature-removal-schedule.txt (until 3.6): "What:", "When:", "Why:".</summary>
internal static class RemovalSchedule
{
    /// <summary>Reads the file.</summary>
    public static void Read(string text, FactSet facts)
    {
        foreach (var entry in FieldEntries.Read(text, "What"))
        {
            var what = OneLine.Of(entry.Text("What"));
            if (what.Length > 150)
                what = string.Concat(what.AsSpan(0, 149), "…");
            var (when, why) = (OneLine.Of(entry.Text("When")), OneLine.Sentence(entry.Text("Why")));
            facts.Add(InterfaceKind.ScheduledRemoval, what, when.Length == 0 ? why : why.Length == 0 ? when : $"{when}: {why}");
        }
    }
}
