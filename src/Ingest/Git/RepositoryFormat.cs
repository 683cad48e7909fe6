using LibGit2Sharp;

namespace KernelTracker.Ingest.Git;

/// <summary>What lies around the objects of a repository (gitrepository-layout(5)).</summary>
internal static class RepositoryFormat
{
    private static readonly string[] Readable = ["noop", "objectformat", "partialclone", "preciousobjects", "worktreeconfig", "relativeworktrees"];

    /// <summary>The directory with the objects: a worktree's own directory names that of its main repository.</summary>
    public static string CommonDirectory(string gitDirectory)
    {
        var pointer = Path.Combine(gitDirectory, "commondir");
        return File.Exists(pointer)
            ? Path.GetFullPath(Path.Combine(gitDirectory, File.ReadAllText(pointer).Trim()))
            : gitDirectory;
    }

    /// <summary>Why a repository at a path has a format that cannot be read; null when its format is not the reason.</summary>
    public static string? Explain(string path)
    {
        var file = new[] { Path.Combine(path, ".git", "config"), Path.Combine(path, "config") }.FirstOrDefault(File.Exists);
        if (file is null)
            return null;
        List<ConfigurationEntry<string>> extensions;
        try
        {
            using var configuration = LibGit2Sharp.Configuration.BuildFrom(file);
            extensions = [.. configuration.Find("^extensions\\.", ConfigurationLevel.Local)];
        }
        catch (LibGit2SharpException)
        {
            return $"The git repository {path} has a config file that cannot be read. Repair {file}.";
        }

        if (extensions.Find(e => e.Key == "extensions.objectformat" && e.Value != "sha1") is { } format)
            return $"The git repository {path} names its objects by {format.Value}, which cannot be read yet. Use a SHA-1 repository, such as every public kernel tree.";
        if (extensions.Find(e => e.Key == "extensions.refstorage" && e.Value != "files") is { } storage)
            return $"The git repository {path} keeps its refs as {storage.Value}, which cannot be read. Convert it with `git refs migrate --ref-format=files`.";
        if (extensions.Find(e => !Readable.Contains(e.Key["extensions.".Length..])) is { } unknown)
            return $"The git repository {path} uses the extension {unknown.Key["extensions.".Length..]}, which cannot be read. Use a plain clone of it.";
        return null;
    }
}
