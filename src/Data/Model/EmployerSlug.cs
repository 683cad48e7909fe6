using System.Text;

namespace KernelTracker.Data.Model;

/// <summary>How employers are written in URLs.</summary>
public static class EmployerSlug
{
    /// <summary>Stands for those whose employer is not known; no employer is called so.</summary>
    public const string Unknown = "unknown";

    /// <summary>A name in lower case, ASCII letters and digits, words joined by hyphens: "Red Hat" is "red-hat".</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var slug = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}
