namespace KernelTracker.Data.Reports;

/// <summary>Characters that a reader cannot see, or that change how the text around them is read.</summary>
public static class Invisible
{
    /// <summary>Whether a character is a control, a direction control (Unicode Bidirectional Algorithm, UAX #9) or a line separator.</summary>
    public static bool Is(char c) =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
