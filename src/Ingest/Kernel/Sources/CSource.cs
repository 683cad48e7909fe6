namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>A comment of a C source.</summary>
/// <param name="Start">Where it starts, with its sign.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Comment(int Start, int End);

/// <summary>A header that a source includes.</summary>
/// <param name="Path">As written.</param>
/// <param name="IsLocal">In quotes: looked for beside the source first.</param>
internal readonly record struct Include(string Path, bool IsLocal);

/// <summary>
/// The words of a C source outside comments and directives, and what its directives define. Blocks under "#if 0" are left
/// out; of other conditional blocks every branch is read.
/// </summary>
/// <param name="Text">The source.</param>
/// <param name="Tokens">Its words.</param>
/// <param name="Comments">Its comments, in order.</param>
/// <param name="Macros">Its macros, in order.</param>
/// <param name="Includes">The headers it includes, in order.</param>
internal sealed record CSource(
    string Text, List<Token> Tokens, IReadOnlyList<Comment> Comments, IReadOnlyList<Macro> Macros, IReadOnlyList<Include> Includes)
{
    /// <summary>Reads a source. Comments and strings may be unterminated, brackets unbalanced.</summary>
    public static CSource Read(string text) => new CLexer(text, TokenLists.Take()).Read();

    /// <summary>Gives back the list of words once nothing uses it any more; macros stay good.</summary>
    public void Release() => TokenLists.GiveBack(Tokens);
}
