using System.Globalization;

namespace KernelTracker.Ingest.Kernel;

/// <summary>One repository under one spelling.</summary>
/// <param name="Name">Short unique name, for instance "gregkh/usb-2.6" or "git.kernel.dk/linux-2.6-block".</param>
/// <param name="Url">Host and path without scheme, ".git" and trailing slash; for a repository without a host, its path as written.</param>
internal readonly record struct SourceTreeIdentity(string Name, string Url);

/// <summary>Brings the spellings of a repository that merge messages use to one.</summary>
internal static class SourceTreeName
{
    private const string KernelTrees = "git.kernel.org/pub/scm/linux/kernel/git/";
    private const string KernelScm = "git.kernel.org/pub/scm/";
    private const string KernelPath = "/pub/scm/linux/kernel/git/";

    /// <summary>
    /// Normalises one repository: scheme, user, ".git", doubled and trailing slashes go, aliases are followed.
    /// What is neither a URL nor host:path is kept as it is written.
    /// </summary>
    public static SourceTreeIdentity Normalize(string repository)
    {
        var written = repository.Trim();
        if (written.StartsWith(KernelPath, StringComparison.Ordinal))
            written = "git.kernel.org:" + written;
        if (!TrySplit(written, out var host, out var path))
        {
            var kept = written.Length > 1 ? written.TrimEnd('/') : written;
            if (kept.Length == 0)
                kept = written.Length == 0 ? "(unnamed)" : written;
            return new SourceTreeIdentity(kept, kept);
        }

        var url = TreeAliases.Default.Location(TreeAliases.Default.Host(host), path);
        return new SourceTreeIdentity(ShortName(url), url);
    }

    /// <summary>Whether a repository is Linus Torvalds' own tree, however it is spelled.</summary>
    public static bool IsMainline(string repository) =>
        Normalize(repository).Name is "torvalds/linux" or "torvalds/linux-2.6" or "torvalds/linux-2.6-tree";

    /// <summary>Whether a word of a merge subject can only be a repository: a URL, host:path or a path.</summary>
    public static bool LooksLikeRepository(string word)
    {
        if (word.StartsWith('/') || word.StartsWith("../", StringComparison.Ordinal) || word.StartsWith("~/", StringComparison.Ordinal))
            return word.Length > 1;
        return TrySplit(word, out _, out _);
    }

    private static string ShortName(string url)
    {
        if (url.StartsWith(KernelTrees, StringComparison.Ordinal) && url.Length > KernelTrees.Length)
            return url[KernelTrees.Length..];
        return url.StartsWith(KernelScm, StringComparison.Ordinal) && url.Length > KernelScm.Length ? url[KernelScm.Length..] : url;
    }

    private static bool TrySplit(string written, out string host, out string path)
    {
        var scheme = written.IndexOf("://", StringComparison.Ordinal);
        host = path = "";
        string rest;
        int cut;
        if (scheme > 0)
        {
            if (!written.AsSpan(0, scheme).ContainsOnlyLetters())
                return false;
            rest = written[(scheme + 3)..];
            cut = rest.IndexOf('/', StringComparison.Ordinal);
        }
        else
        {
            rest = written;
            cut = rest.IndexOf(':', StringComparison.Ordinal);
        }

        if (cut <= 0)
            return false;
        host = CleanHost(rest[..cut]);
        path = CleanPath(rest[(cut + 1)..]);
        if (path.Length == 0 || host.Length == 0)
            return false;
        // host:path without a scheme needs a machine's name before the colon, or "x86: fix" would be one.
        return scheme > 0 || (host.Contains('.', StringComparison.Ordinal) && host.All(IsHostLetter) && !path.Contains(' ', StringComparison.Ordinal));
    }

    private static bool IsHostLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-';

    private static string CleanHost(string host)
    {
        host = host[(host.LastIndexOf('@') + 1)..].ToLowerInvariant();
        var colon = host.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return host;
        return int.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is not (22 or 80 or 443 or 873 or 9418)
            ? host
            : host[..colon];
    }

    private static string CleanPath(string path)
    {
        path = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return path.EndsWith(".git", StringComparison.Ordinal) && path.Length > 4 ? path[..^4].TrimEnd('/') : path;
    }

    private static bool ContainsOnlyLetters(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetter(c) && c != '+')
                return false;
        return true;
    }
}
