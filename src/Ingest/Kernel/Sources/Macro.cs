namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>A macro as its #define has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters; null when it takes none, not even an empty list. A variadic one ends with "__VA_ARGS__".</param>
/// <param name="Body">What it stands for.</param>
/// <param name="Position">Number of tokens before it in its source.</param>
internal sealed record Macro(string Name, IReadOnlyList<string>? Parameters, List<Token> Body, int Position);

/// <summary>The macros of the headers that a source includes.</summary>
internal interface IHeaderMacros
{
    /// <summary>The macro of that name; null when none of the headers defines it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="includes">What the source includes.</param>
    Macro? Find(string name, IReadOnlyList<Include> includes);
}

/// <summary>A source without headers.</summary>
internal sealed class NoHeaders : IHeaderMacros
{
    /// <summary>The only instance.</summary>
    public static NoHeaders Instance { get; } = new();

    /// <inheritdoc />
    public Macro? Find(string name, IReadOnlyList<Include> includes) => null;
}
