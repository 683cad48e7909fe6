using System.Globalization;
using System.Text;

namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Literals of C.</summary>
internal static class CLiteral
{
    /// <summary>The text of a string literal with its quotes; control characters become blanks.</summary>
    public static string Decode(ReadOnlySpan<char> literal)
    {
        var inner = literal.Length > 0 ? literal[1..] : literal;
        if (inner.Length > 0 && inner[^1] == '"')
            inner = inner[..^1];
        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] != '\\' || i + 1 == inner.Length)
            {
                text.Append(char.IsControl(inner[i]) ? ' ' : inner[i]);
                continue;
            }
            i++;
            if (inner[i] is '"' or '\\' or '\'')
                text.Append(inner[i]);
            else if (inner[i] is '\n' or '\r')
                continue;
            else
                text.Append(' ');
            while (inner[i] is >= '0' and <= '7' && i + 1 < inner.Length && inner[i + 1] is >= '0' and <= '7')
                i++;
        }
        return text.ToString();
    }

    /// <summary>The value of a number with its suffix; null when it is none of 64 bits.</summary>
    public static long? Number(ReadOnlySpan<char> number)
    {
        var digits = number.TrimEnd("uUlL");
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return ulong.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? (long)hex : null;
        if (digits.Length > 1 && digits[0] == '0')
            return Octal(digits);
        return ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? (long)value : null;
    }

    private static long? Octal(ReadOnlySpan<char> digits)
    {
        long value = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7' || value >> 60 != 0)
                return null;
            value = (value << 3) | (uint)(digit - '0');
        }
        return value;
    }
}
