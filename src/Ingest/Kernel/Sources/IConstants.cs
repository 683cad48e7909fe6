namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>What the headers that a source includes define.</summary>
internal interface IConstants
{
    /// <summary>The text that a macro without parameters stands for; null when no header defines it.</summary>
    string? Of(string name);
}
