using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Kernel;

/// <summary>Decodes the encoded words of mail headers: "=?UTF-8?q?J=C3=B6rg?=" (RFC 2047).</summary>
internal static partial class EncodedWords
{
    /// <summary>The header in plain letters; a word that cannot be decoded stays as written.</summary>
    public static string Decode(string header) =>
        header.Contains("=?", StringComparison.Ordinal) ? Word().Replace(BetweenWords().Replace(header, "$1$2"), Decode) : header;

    private static string Decode(Match word)
    {
        try
        {
            var name = word.Groups["charset"].Value;
            var text = word.Groups["text"].Value;
            var bytes = word.Groups["kind"].Value is "B" or "b" ? Convert.FromBase64String(text) : Quoted(text);
            return (CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)).GetString(bytes);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException)
        {
            return word.Value;
        }
    }

    private static byte[] Quoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.AddRange(text[i] == '_' ? " "u8 : Encoding.UTF8.GetBytes(text, i, 1));
                continue;
            }
            if (i + 2 >= text.Length || !byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                throw new FormatException("Not quoted-printable.");
            bytes.Add(value);
            i += 2;
        }
        return [.. bytes];
    }

    // A word is at most 75 characters long by the standard; some programs write longer ones.
    [GeneratedRegex(@"=\?(?<charset>[A-Za-z0-9_.:-]{1,40})\?(?<kind>[QqBb])\?(?<text>[^?\s]{0,400})\?=", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Blanks between encoded words only keep lines short.
    [GeneratedRegex(@"(\?=)[ \t]+(=\?)", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenWords();
}
