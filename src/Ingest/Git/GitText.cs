using System.Text;
using System.Text.Unicode;

namespace KernelTracker.Ingest.Git;

/// <summary>Bytes of unknown encoding to text.</summary>
internal static class GitText
{
    /// <summary>Windows-1252: Latin-1 with letters in place of a range of control characters.</summary>
    public static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Part of a path: UTF-8, else Latin-1 (which keeps different bytes different).</summary>
    public static string Path(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    /// <summary>
    /// Text: UTF-8 (or the encoding given), and each line that is not valid in it as Windows-1252, because messages quote
    /// people whose mail was in another encoding. NUL becomes U+FFFD: nothing that stores or shows text takes it.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared, ref bool guessed)
    {
        var text = TryDecode(bytes, declared);
        if (text is null)
        {
            guessed = true;
            text = DecodeLines(bytes, declared);
        }

        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
    }

    /// <summary>The encoding of that name, throwing on bytes that are invalid in it; null for UTF-8; false for unknown names.</summary>
    public static bool TryFindEncoding(string name, out Encoding? encoding)
    {
        encoding = null;
        if (name.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) || name.Equals("UTF8", StringComparison.OrdinalIgnoreCase))
            return true;
        try
        {
            var known = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            if (known is UTF8Encoding)
                return true;

            // Browsers and mail programs read Latin-1 as Windows-1252, and so did those who declared it.
            encoding = known.CodePage == Encoding.Latin1.CodePage
                ? Western
                : CodePagesEncodingProvider.Instance.GetEncoding(known.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                    ?? Encoding.GetEncoding(known.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static string? TryDecode(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        if (declared is null)
            return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        try
        {
            return declared.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string DecodeLines(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..(end + 1)];
            text.Append(TryDecode(line, declared) ?? Western.GetString(line));
            bytes = bytes[line.Length..];
        }

        return text.ToString();
    }
}
