using KernelTracker.Data.Model;
using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>
/// Reads what a header of include/ offers to the rest of the kernel: functions, types, operations and macros; and the
/// constants among them that user space uses. One pass over its words.
/// </summary>
internal sealed class HeaderReader
{
    private readonly TokenRange _words;
    private readonly FactSet _facts;
    private readonly IReadOnlyList<ConstantFamily> _families;
    private readonly KernelOnly _kernel;
    private readonly IoctlRequests? _requests;

    private HeaderReader(TokenRange words, FactSet facts, IReadOnlyList<ConstantFamily> families, KernelOnly kernel, IoctlRequests? requests)
    {
        _kernel = kernel;
        _words = words;
        _facts = facts;
        _families = families;
        _requests = requests;
    }

    /// <summary>Reads a header.</summary>
    public static void Read(string path, string text, FactSet facts)
    {
        var source = CSource.Read(text);
        var families = UserConstants.Of(path);
        var kernel = new KernelOnly(text);
        var macros = source.Macros.Select(m => (Macro: m, Value: m.Parameters is null ? Spelling.Of(new TokenRange([.. m.Body.Take(MaxBody)])) : "")).ToList();
        var requests = UserConstants.HasRequests(path) ? new IoctlRequests(macros.Select(m => (m.Macro.Name, m.Value))) : null;
        var reader = new HeaderReader(new TokenRange(source.Tokens), facts, families, kernel, requests);
        foreach (var (macro, value) in macros)
            reader.ReadMacro(macro, value);
        reader.Declarations();
        source.Release();
    }

    private void ReadMacro(Macro macro, string value)
    {
        if (macro.Parameters is { } parameters && !SystemCalls.IsNumber(macro.Name))
        {
            _facts.Add(InterfaceKind.Macro, macro.Name, $"({string.Join(", ", parameters)})");
            return;
        }
        // The guard of a header is none of its macros.
        if (SystemCalls.IsNumber(macro.Name)
            || (macro.Body.Count == 0 && (macro.Name.TrimEnd('_').EndsWith("_H", StringComparison.Ordinal) || macro.Name.StartsWith("__", StringComparison.Ordinal))))
            return;
        var isKernels = macro.Body.Count > 0 && _kernel.Has(macro.Body[0].Start);
        if (!isKernels && _requests?.Of(macro.Name, value) is { } request)
            _facts.Add(InterfaceKind.Ioctl, macro.Name, request);
        else if (!IoctlNumbers.Is(value) && UserConstants.KindOf(_families, macro.Name, value, isKernels) is { } kind)
            _facts.Add(kind, macro.Name, value);
        else
            _facts.Add(InterfaceKind.Macro, macro.Name, value);
    }

    /// <summary>Words of a macro's body that may be kept.</summary>
    private const int MaxBody = 60;

    private void Declarations()
    {
        var start = 0;
        for (var i = 0; i < _words.Count; i++)
        {
            var word = _words[i];
            if (word.Is('(') || word.Is('['))
            {
                i = _words.Behind(i) - 1;
            }
            else if (word.Is(';'))
            {
                Declaration(_words.Slice(start, i - start));
                start = i + 1;
            }
            else if (word.Is('{'))
            {
                var head = _words.Slice(start, i - start);
                if (head.Count > 0 && head[0].Is("extern") && head[head.Count - 1].Kind == TokenKind.Literal)
                {
                    // What stands in extern "C" { … } stands at the top.
                    start = i + 1;
                    continue;
                }
                var end = _words.Behind(i);
                if (Block(head, _words.Slice(i + 1, end - i - 2)))
                {
                    // What a type's body ends with may be a name: "} list_t;".
                    var semicolon = end;
                    while (semicolon < _words.Count && !_words[semicolon].Is(';') && !_words[semicolon].Is('{'))
                        semicolon++;
                    start = end;
                    i = semicolon < _words.Count && _words[semicolon].Is(';') ? semicolon : end - 1;
                    if (i == semicolon)
                        start = semicolon + 1;
                }
                else if (end < _words.Count && _words[end].Is(';'))
                {
                    i = end;
                    start = end + 1;
                }
                else
                {
                    i = end - 1;
                    start = end;
                }
            }
            else if (word.Is('}'))
            {
                start = i + 1;
            }
        }
    }

    /// <summary>Reads a head and its block in braces; true when it is a type.</summary>
    private bool Block(TokenRange head, TokenRange body)
    {
        for (var i = head.Count - 1; i >= 0; i--)
        {
            if (head[i].Is(')') || head[i].Is('='))
                break;
            if (head[i].Is("struct") || head[i].Is("union") || head[i].Is("enum"))
            {
                Type(head, i, body);
                return true;
            }
        }
        if (!Contains(head, '='))
            Function(head);
        return false;
    }

    private void Type(TokenRange head, int keyword, TokenRange body)
    {
        string? tag = null;
        for (var i = keyword + 1; i < head.Count; i++)
        {
            if (head[i].Kind == TokenKind.Identifier && !Spelling.IsAttribute(head[i].Span))
                tag = head[i].ToString();
        }
        var name = tag;
        if (name is null && head.Count > 0 && head[0].Is("typedef"))
            name = NameBehind(body);
        if (name is not null)
            _facts.Add(InterfaceKind.Type, name, tag is null ? "typedef " + head[keyword].ToString() : head[keyword].ToString());
        if (head[keyword].Is("enum"))
            Enumerators(body);
        else if (name is not null)
            Operations(name, body);
    }

    /// <summary>The first name behind a body: "} name_t;".</summary>
    private string? NameBehind(TokenRange body)
    {
        var at = body.Count == 0 ? -1 : IndexBehind(body);
        for (; at >= 0 && at < _words.Count && !_words[at].Is(';') && !_words[at].Is('{'); at++)
        {
            if (_words[at].Kind == TokenKind.Identifier && !Spelling.IsAttribute(_words[at].Span))
                return _words[at].ToString();
        }
        return null;
    }

    private int IndexBehind(TokenRange body)
    {
        // Words are in the order of their places: the one behind the body's last.
        var last = body[body.Count - 1].Start;
        int low = 0, high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].Start <= last)
                low = middle + 1;
            else
                high = middle;
        }
        return low + 1;
    }

    /// <summary>The constants of an enumeration that user space uses; some headers enumerate the requests of their ioctls.</summary>
    private void Enumerators(TokenRange body)
    {
        var isKernels = body.Count > 0 && _kernel.Has(body[0].Start);
        foreach (var part in body.Split())
        {
            if (part.Count == 0 || part[0].Kind != TokenKind.Identifier)
                continue;
            var name = part[0].ToString();
            var value = part.Count > 2 && part[1].Is('=') ? Spelling.Of(part.Slice(2, Math.Min(MaxBody, part.Count - 2))) : "";
            if (!isKernels && _requests?.Of(name, value) is { } request)
                _facts.Add(InterfaceKind.Ioctl, name, request);
            else if (!IoctlNumbers.Is(value) && UserConstants.KindOf(_families, name, isKernels) is { } kind)
                _facts.Add(kind, name, value);
        }
    }

    /// <summary>Members that are pointers to functions: "int (*open)(struct inode *, struct file *);".</summary>
    private void Operations(string type, TokenRange body)
    {
        var start = 0;
        for (var i = 0; i < body.Count; i++)
        {
            if (body[i].Is(';') || body[i].Is('{') || body[i].Is('}'))
            {
                start = i + 1;
                continue;
            }
            if (!body[i].Is('('))
                continue;
            var end = body.Behind(i);
            if (i + 3 < body.Count && body[i + 1].Is('*') && end < body.Count && body[end].Is('('))
            {
                var name = i + 2;
                while (name < end && body[name].Kind == TokenKind.Identifier && Spelling.IsQualifier(body[name].Span))
                    name++;
                if (name < end && body[name].Kind == TokenKind.Identifier)
                {
                    var parameters = body.Behind(end);
                    _facts.Add(InterfaceKind.Operation, $"{type}.{body[name]}", $"{Spelling.Joined(Spelling.Of(body.Slice(start, i - start)))}(*)({Spelling.Parameters(body.Slice(end + 1, parameters - end - 2))})");
                    end = parameters;
                }
            }
            i = end - 1;
        }
    }

    private void Declaration(TokenRange words)
    {
        if (words.Count < 2)
            return;
        if (words[0].Is("typedef"))
        {
            Typedef(words);
            return;
        }
        if (!Contains(words, '='))
            Function(words);
    }

    private void Typedef(TokenRange words)
    {
        for (var i = 1; i + 2 < words.Count; i++)
        {
            // typedef int (*name)(…), typedef int (name)(…)
            if (words[i].Is('('))
            {
                var name = words[i + 1].Is('*') ? i + 2 : i + 1;
                if (words[name].Kind == TokenKind.Identifier)
                    _facts.Add(InterfaceKind.Type, words[name].ToString(), "typedef");
                return;
            }
        }
        for (var i = words.Count - 1; i > 1; i--)
        {
            if (words[i].Is(')') || words[i].Is(']'))
                continue;
            if (words[i].Kind == TokenKind.Identifier && !Spelling.IsAttribute(words[i].Span))
            {
                _facts.Add(InterfaceKind.Type, words[i].ToString(), "typedef");
                return;
            }
        }
    }

    /// <summary>Finds "type name(parameters)" in a declaration or before a body.</summary>
    private void Function(TokenRange words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Is('[') || words[i].Is('{'))
                return;
            if (!words[i].Is('('))
                continue;
            var end = words.Behind(i);
            var name = words[i - 1];
            if (name.Kind == TokenKind.Identifier && !Spelling.IsAttribute(name.Span))
            {
                // A pointer to a function is a variable: "int (*handler)(void)".
                if (Spelling.IsTypeWord(name.Span) || (i + 1 < words.Count && words[i + 1].Is('*') && end < words.Count && words[end].Is('(')))
                    return;
                var type = ReturnType(words, i - 1);
                if (type is not null && name.Span.IndexOfAnyInRange('a', 'z') >= 0)
                {
                    _facts.Add(InterfaceKind.Function, name.ToString(), $"{Spelling.Joined(type)}{name}({Spelling.Parameters(words.Slice(i + 1, end - i - 2))})");
                    return;
                }
            }
            i = end - 1;
        }
    }

    /// <summary>The words before a function's name, back to a macro's bracket; null when there is no type.</summary>
    private static string? ReturnType(TokenRange words, int name)
    {
        var start = name;
        while (start > 0 && (words[start - 1].Kind == TokenKind.Identifier || words[start - 1].Is('*')))
            start--;
        var type = Spelling.Of(words.Slice(start, name - start));
        return type.Length > 0 && type[0] != '*' ? type : null;
    }

    private static bool Contains(TokenRange words, char sign)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Is(sign))
                return true;
        }
        return false;
    }
}
