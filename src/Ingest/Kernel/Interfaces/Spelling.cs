using System.Text;
using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>
/// Writes declarations in one way: without storage classes, attributes and names of parameters, so that only a changed
/// type is another text.
/// </summary>
internal static class Spelling
{
    private const int MaxWords = 400;

    /// <summary>The words with blanks as one would write them; storage classes and attributes are left out.</summary>
    public static string Of(TokenRange words)
    {
        var text = new StringBuilder();
        Write(text, words, 0, Math.Min(words.Count, MaxWords));
        return text.ToString();
    }

    /// <summary>A list of parameters without their names.</summary>
    public static string Parameters(TokenRange words)
    {
        var text = new StringBuilder();
        foreach (var parameter in words.Slice(0, Math.Min(words.Count, MaxWords)).Split())
        {
            if (text.Length > 0)
                text.Append(", ");
            var (skip, array) = NameOf(parameter);
            Write(text, parameter, 0, skip < 0 ? parameter.Count : skip);
            if (skip >= 0 && array)
                text.Append("[]");
            else if (skip >= 0)
                Write(text, parameter, skip + 1, parameter.Count);
        }
        return text.ToString();
    }

    /// <summary>A type before a name: with a blank, unless it ends with the star of a pointer.</summary>
    public static string Joined(string type) => type.EndsWith('*') ? type : type + " ";

    /// <summary>Words that say nothing of a type.</summary>
    public static bool IsAttribute(ReadOnlySpan<char> word) => word is
        "extern" or "static" or "inline" or "__inline__" or "__inline" or "__always_inline" or "noinline" or "asmlinkage" or "__init" or "__exit" or "__devinit"
        or "__devexit" or "__meminit" or "__cpuinit" or "__must_check" or "__attribute__" or "__printf" or "__scanf" or "__deprecated" or "__pure" or "__cold" or "__weak" or "__visible"
        or "__nonnull" or "__packed" or "__aligned" or "notrace" or "__sched" or "__malloc" or "__alloc_size" or "__used" or "__maybe_unused" or "____cacheline_aligned"
        or "____cacheline_aligned_in_smp" or "__cacheline_aligned" or "__section" or "__randomize_layout" or "__no_randomize_layout" or "__rcu" or "__force" or "register"
        or "__acquires" or "__releases" or "__counted_by" or "__read_mostly" or "__ro_after_init" or "nokprobe_inline" or "__flatten" or "__noreturn" or "fastcall" or "FASTCALL"
        or "__kernel" or "__attribute" or "__extension__" or "noinline_for_stack" or "__bpf_kfunc" or "__refdata" or "__attribute_const__" or "__deprecated_for_modules";

    /// <summary>Words that go with a type's other words.</summary>
    public static bool IsQualifier(ReadOnlySpan<char> word) => word is "const" or "volatile" or "__user" or "__iomem" or "__percpu" or "restrict" or "__restrict" || IsAttribute(word);

    /// <summary>Words of C that are types or begin one.</summary>
    public static bool IsTypeWord(ReadOnlySpan<char> word) => word is
        "int" or "long" or "short" or "char" or "void" or "unsigned" or "signed" or "float" or "double" or "struct" or "union" or "enum" or "typeof" or "__typeof__" or "sizeof"
        or "return" or "if" or "while" or "for" or "switch" or "do" or "else" or "_Bool" || IsQualifier(word);

    /// <summary>Where the name of a parameter stands, -1 when it has none; and whether it is an array.</summary>
    private static (int At, bool IsArray) NameOf(TokenRange words)
    {
        for (var i = 0; i + 2 < words.Count; i++)
        {
            // int (*name)(…)
            if (words[i].Is('(') && words[i + 1].Is('*'))
                return words[i + 2].Kind == TokenKind.Identifier ? (i + 2, false) : (-1, false);
        }
        var last = words.Count - 1;
        var isArray = false;
        while (last > 0 && (words[last].Is(']') || words[last].Is('[') || words[last].Kind == TokenKind.Number || (isArray && !words[last].Is('[') && Brackets(words, last))))
        {
            isArray = true;
            last--;
        }
        if (last < 1 || words[last].Kind != TokenKind.Identifier || IsTypeWord(words[last].Span))
            return (-1, false);
        var before = words[last - 1];
        if (before.Is('*'))
            return (last, isArray);
        if (before.Kind != TokenKind.Identifier || before.Is("struct") || before.Is("union") || before.Is("enum"))
            return (-1, false);
        // "const foo_t" has no name, "unsigned flags" and "foo_t x" have.
        return IsQualifier(before.Span) && !HasType(words, last - 1) ? (-1, false) : (last, isArray);
    }

    /// <summary>Whether a word stands inside of the brackets that a parameter ends with: "name[SIZE]".</summary>
    private static bool Brackets(TokenRange words, int at)
    {
        for (var i = at; i > 0 && i > at - 8; i--)
        {
            if (words[i].Is('['))
                return true;
        }
        return false;
    }

    private static bool HasType(TokenRange words, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (words[i].Kind == TokenKind.Identifier && !IsQualifier(words[i].Span))
                return true;
        }
        return false;
    }

    private static void Write(StringBuilder text, TokenRange words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var word = words[i];
            if (word.Kind == TokenKind.Identifier && IsAttribute(word.Span))
            {
                // With its arguments: __attribute__((packed)).
                if (i + 1 < end && words[i + 1].Is('('))
                    i = words.Behind(i + 1) - 1;
                continue;
            }
            // A pointer to a function, "int (*)(void)", is no call.
            if (NeedsBlank(text, word) || (word.Is('(') && i + 1 < end && words[i + 1].Is('*') && text.Length > 0 && CodeWords.IsPart(text[^1])))
                text.Append(' ');
            text.Append(word.Span);
        }
    }

    private static bool NeedsBlank(StringBuilder text, Token word)
    {
        if (text.Length == 0)
            return false;
        var last = text[^1];
        if (last is ' ' or '(' or '[' or '!' or '~')
            return false;
        if (last == '*' && word.Is('*'))
            return false;
        if (word.Kind == TokenKind.Punctuation)
            return !(word.Is('(') || word.Is(')') || word.Is('[') || word.Is(']') || word.Is(',') || word.Is('.') || word.Is(';')) && last != '.' && last != '-';
        return last is not ('.' or '-');
    }
}
