namespace KernelTracker.Web.Components;

/// <summary>How e-mail addresses are written: readable for people, not for those who collect them.</summary>
public static class Addresses
{
    /// <summary>Every "user@host" in a text as "user at host".</summary>
    public static string Veiled(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("@", " at ", StringComparison.Ordinal);
    }
}
