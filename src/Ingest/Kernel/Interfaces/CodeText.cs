using System.Buffers;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>A part of a text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct TextSpan(int Start, int End);

/// <summary>
/// A source with its comments and what stands under "#if 0" and its like (<see cref="CodeCondition"/>) blanked, every other
/// character in its place: what only looks for a few words needs no more, and this is several times as fast as splitting
/// all of it into words.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="Directives">Its preprocessor directives with their continued lines, in order.</param>
internal sealed record CodeText(string Text, IReadOnlyList<TextSpan> Directives)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("/\"'#");

    private static readonly SearchValues<char> DirectiveMarks = SearchValues.Create("/\"'\n");

    /// <summary>Reads a source. Comments and strings may be unterminated.</summary>
    public static CodeText Read(string text)
    {
        var buffer = text.ToCharArray();
        var directives = new List<TextSpan>();
        new Blanker(buffer, directives, []).Run();
        return new CodeText(new string(buffer), directives);
    }

    /// <param name="text">The source.</param>
    /// <param name="directives">Takes the directives.</param>
    /// <param name="branches">Of the conditions around the place at hand: whether their last one holds; null when nobody can tell.</param>
    private readonly ref struct Blanker(Span<char> text, List<TextSpan> directives, List<bool?> branches)
    {
        private readonly Span<char> _text = text;

        public void Run()
        {
            var at = 0;
            while (at < _text.Length && _text[at..].IndexOfAny(Marks) is var next and >= 0)
            {
                at += next;
                at = _text[at] switch
                {
                    '/' => Comment(at),
                    '#' => StartsLine(at) ? Directive(at) : at + 1,
                    _ => Quoted(at),
                };
            }
        }

        /// <summary>Blanks a comment; any other slash is passed.</summary>
        private int Comment(int at)
        {
            if (at + 1 >= _text.Length || _text[at + 1] is not ('*' or '/'))
                return at + 1;
            var isBlock = _text[at + 1] == '*';
            var length = isBlock ? _text[(at + 2)..].IndexOf("*/") : _text[at..].IndexOf('\n');
            var end = length < 0 ? _text.Length : isBlock ? at + 2 + length + 2 : at + length;
            Blank(at, end);
            return end;
        }

        private void Blank(int start, int end)
        {
            for (var rest = _text[start..end]; !rest.IsEmpty;)
            {
                var line = rest.IndexOf('\n');
                rest[..(line < 0 ? rest.Length : line)].Fill(' ');
                rest = line < 0 ? default : rest[(line + 1)..];
            }
        }

        /// <summary>Passes a literal; one without an end ends with its line.</summary>
        private int Quoted(int at)
        {
            var quote = _text[at];
            for (var i = at + 1; i < _text.Length; i++)
            {
                if (_text[i] == quote)
                    return i + 1;
                if (_text[i] == '\\')
                    i++;
                else if (_text[i] == '\n')
                    return i;
            }
            return _text.Length;
        }

        private bool StartsLine(int at)
        {
            var i = at - 1;
            while (i >= 0 && _text[i] is ' ' or '\t')
                i--;
            return i < 0 || _text[i] == '\n';
        }

        private int Directive(int start)
        {
            var at = start + 1;
            while (at < _text.Length)
            {
                var next = _text[at..].IndexOfAny(DirectiveMarks);
                if (next < 0)
                {
                    at = _text.Length;
                    break;
                }
                at += next;
                if (_text[at] == '\n')
                {
                    if (!IsContinued(at))
                        break;
                    at++;
                }
                else
                {
                    at = _text[at] == '/' ? Comment(at) : Quoted(at);
                }
            }
            directives.Add(new TextSpan(start, at));
            return IsCompiled(_text[(start + 1)..at].TrimStart(" \t")) ? at : BlankBranch(at);
        }

        private bool IsContinued(int lineEnd) => _text[lineEnd - 1] == '\\' || (_text[lineEnd - 1] == '\r' && lineEnd >= 2 && _text[lineEnd - 2] == '\\');

        /// <summary>Whether what follows a directive may be compiled.</summary>
        private bool IsCompiled(ReadOnlySpan<char> directive)
        {
            if (directive.StartsWith("if"))
            {
                var holds = directive.StartsWith("ifdef") || directive.StartsWith("ifndef") ? null : CodeCondition.Holds(directive[2..]);
                branches.Add(holds);
                return holds != false;
            }
            if (branches.Count == 0)
                return true;
            if (directive.StartsWith("endif"))
            {
                branches.RemoveAt(branches.Count - 1);
                return true;
            }
            if (!directive.StartsWith("el"))
                return true;
            // Behind a branch that is compiled for sure, no other one is.
            if (branches[^1] == true)
                return false;
            if (!directive.StartsWith("elif"))
                return true;
            var isElse = CodeCondition.Holds(directive[4..]);
            if (isElse != false)
                branches[^1] = isElse;
            return isElse != false;
        }

        /// <summary>Blanks what stands from the end of a directive up to the directive that ends its branch.</summary>
        /// <returns>Where that one begins.</returns>
        private int BlankBranch(int start)
        {
            var depth = 0;
            var at = start;
            while (true)
            {
                var lineEnd = _text[at..].IndexOf('\n');
                if (lineEnd < 0)
                {
                    Blank(start, _text.Length);
                    return _text.Length;
                }
                at += lineEnd + 1;
                var line = _text[at..].TrimStart(" \t");
                if (!line.StartsWith("#"))
                    continue;
                var sign = _text.Length - line.Length;
                line = line[1..].TrimStart(" \t");
                if (line.StartsWith("if"))
                    depth++;
                else if (line.StartsWith("endif") && depth > 0)
                    depth--;
                else if (depth == 0 && (line.StartsWith("endif") || line.StartsWith("el")))
                {
                    Blank(start, at);
                    return sign;
                }
            }
        }
    }
}
