namespace KernelTracker.Ingest.Git;

/// <summary>One line of `git diff-tree --numstat`.</summary>
/// <param name="Added">Lines added; 0 for a binary file.</param>
/// <param name="Removed">Lines removed; 0 for a binary file.</param>
/// <param name="IsBinary">Not text: git prints "-" for both.</param>
internal readonly record struct LineCount(int Added, int Removed, bool IsBinary);
