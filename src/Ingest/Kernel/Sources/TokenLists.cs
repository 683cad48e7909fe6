namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>
/// Lists of words for use again, by thread: those of a source are often larger than what .NET collects cheaply.
/// </summary>
internal static class TokenLists
{
    /// <summary>Longer lists are rare; they are not kept.</summary>
    private const int MaxCapacity = 1 << 18;

    // A source and, while it is read, one of its headers.
    private const int MaxSpare = 2;

    [ThreadStatic]
    private static Stack<List<Token>>? _spare;

    /// <summary>An empty list.</summary>
    public static List<Token> Take() => _spare is { Count: > 0 } spare ? spare.Pop() : [];

    /// <summary>Empties a list and keeps it for use again.</summary>
    public static void GiveBack(List<Token> tokens)
    {
        tokens.Clear();
        _spare ??= [];
        if (tokens.Capacity <= MaxCapacity && _spare.Count < MaxSpare)
            _spare.Push(tokens);
    }
}
