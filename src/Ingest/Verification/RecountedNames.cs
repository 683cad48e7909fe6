using System.Text;
using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Verification;

/// <summary>
/// Finds names in whole sources by plain patterns: another way than that of the ingest, which compares what changed and
/// reads it word by word. Kept simple on purpose; it must not share code with what it checks.
/// </summary>
internal static partial class RecountedNames
{
    /// <summary>The symbols that a source exports.</summary>
    public static IEnumerable<string> Exports(string source)
    {
        foreach (Match match in Export().Matches(WithoutDirectives(source)))
        {
            if (ExportMacro().IsMatch(match.Groups["macro"].ValueSpan))
                yield return (match.Groups["macro"].ValueSpan.Contains("TRACEPOINT", StringComparison.Ordinal) ? "__tracepoint_" : "") + Blanks().Replace(match.Groups["symbol"].Value, "");
        }
    }

    /// <summary>The filesystems that a source defines.</summary>
    public static IEnumerable<string> Filesystems(string source)
    {
        var code = WithoutComments(source);
        foreach (Match match in FilesystemType().Matches(code))
        {
            if (match.Groups["name"].Success)
            {
                yield return match.Groups["name"].Value;
            }
            else
            {
                var constant = match.Groups["constant"].Value;
                foreach (Match literal in NamedLiteral().Matches(code))
                {
                    if (literal.Groups["constant"].Value == constant)
                    {
                        yield return literal.Groups["text"].Value;
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The system calls that a header of numbers (unistd*.h) or a table (*.tbl) has.</summary>
    public static IEnumerable<string> SystemCalls(string path, string source)
    {
        var matches = path.EndsWith(".tbl", StringComparison.Ordinal) ? TableLine().Matches(source) : Number().Matches(WithoutComments(source));
        foreach (Match match in matches)
        {
            if (!NoCall().IsMatch(match.Groups["name"].Value))
                yield return match.Groups["name"].Value;
        }
    }

    private static string WithoutDirectives(string source) => Directive().Replace(WithoutComments(source), "");

    /// <summary>The source without comments and without what no kernel of that tree compiles; line ends are kept.</summary>
    private static string WithoutComments(string source)
    {
        var code = Comment().Replace(source.Replace("\r", "", StringComparison.Ordinal), m => m.Value[0] == '/' ? " " : m.Value);
        var result = new StringBuilder(code.Length);
        // Of every condition around a line: whether a branch of it was taken for sure, and whether the one at hand is dead.
        var around = new Stack<(bool IsTaken, bool IsDead)>();
        foreach (var line in code.Split('\n'))
        {
            var directive = ConditionalLine().Match(line);
            if (directive.Success)
            {
                var word = directive.Groups["word"].Value;
                if (word.StartsWith("if", StringComparison.Ordinal))
                    around.Push((word == "if" && Always().IsMatch(line), word == "if" && Never().IsMatch(line)));
                else if (around.TryPop(out var last) && word != "endif")
                    around.Push((last.IsTaken || (word == "elif" && Always().IsMatch(line)), last.IsTaken || (word == "elif" && Never().IsMatch(line))));
            }
            else if (!around.Any(c => c.IsDead))
            {
                result.Append(line);
            }
            result.Append('\n');
        }
        return result.ToString();
    }

    [GeneratedRegex("""/\*.*?(\*/|$(?![\n]))|//[^\n]*|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])*'""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[ \t]*#[ \t]*(?<word>ifdef|ifndef|if|elif|else|endif)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ConditionalLine();

    // A tree is newer than any version that its sources ask for: "LINUX_VERSION_CODE < …" is false, and all that is joined to it by "&&".
    [GeneratedRegex(@"^[^!?|]*#[ \t]*(el)?if[ \t]*(0(\s|$)|[(\s]*LINUX_VERSION_CODE\s*(<=?|==)[^|?]*$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Never();

    [GeneratedRegex(@"^[^!?&]*#[ \t]*(el)?if[ \t]*(1\s*$|[(\s]*LINUX_VERSION_CODE\s*(>=?|!=)[^&?]*$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Always();

    [GeneratedRegex(@"^[ \t]*#([^\n]*\\\n)*[^\n]*", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\b(?<macro>\w*EXPORT\w*)\s*\(\s*(?<symbol>[A-Za-z_]\w*(\s*\(\s*\w+\s*\))?)\s*[,)]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Export();

    [GeneratedRegex(@"^(EXPORT_(UNUSED_|PER_CPU_|EARLY_PER_CPU_|TRACEPOINT_)?SYMBOL(_\w+)?|ACPI_EXPORT_SYMBOL(_INIT)?|DECLARE_EXPORT)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ExportMacro();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("""struct\s+file_system_type\s+\w+[\w\s]*=\s*\{[^}]*?\bname\s*[=:]\s*("(?<name>[^"\n]+)"|(?<constant>\w+))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FilesystemType();

    [GeneratedRegex("""\b(?<constant>\w+)\s*(\[\s*\w*\s*\]\s*)?=?\s*"(?<text>[^"\n]+)"\s*;?""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedLiteral();

    [GeneratedRegex(@"^[ \t]*#[ \t]*define[ \t]+__NR_(ia32_)?(?<name>\w+)[ \t]+\S", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[ \t]*\d+[ \t]+\S+[ \t]+(?<name>\w+)(?![ \t]+sys_ni_syscall)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex TableLine();

    /// <summary>Bases, limits and gaps of the numbers.</summary>
    [GeneratedRegex(@"[A-Z]|^(compat_.*|.*_?syscalls?|syscall_(max|count)|(reserved|unused|available|spare|seccomp_|ni_syscall|osf_syscalls).*|sync_file_range2_or_1)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NoCall();
}
