using System.Text.RegularExpressions;
using LibGit2Sharp;
using LibGit2Sharp.Handlers;

namespace KernelTracker.Ingest.Git;

/// <summary>Keeps a bare copy of a remote repository.</summary>
internal static partial class RemoteTree
{
    private const string RemoteName = "origin";

    private static readonly string[] Everything = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];

    /// <summary>
    /// Clones into the directory, or brings the copy that is there up to date: branches and tags end up as the remote has
    /// them, moved and deleted ones too. A first clone grows beside the directory and takes its name when complete, so that
    /// what a killed run left behind is never taken for a repository.
    /// </summary>
    /// <exception cref="GitRepositoryException">The remote cannot be reached, or the directory cannot be used.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void CloneOrFetch(string url, string directory, Action<FetchProgress> progress, CancellationToken ct)
    {
        LibGit2.Initialise();
        directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        try
        {
            if (Repository.IsValid(directory))
                Fetch(url, directory, progress, ct);
            else
                Clone(url, directory, progress, ct);
        }
        catch (UserCancelledException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        catch (LibGit2SharpException e)
        {
            throw new GitRepositoryException($"Cannot fetch {WithoutPassword(url)}: {Reason(e, url)}. Check the address and the network.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GitRepositoryException($"Cannot keep a copy of {WithoutPassword(url)} in {directory}: {e.Message}", e);
        }
    }

    /// <summary>The address as it may be shown: without password, and without the user (often a token) of a web address.</summary>
    public static string WithoutPassword(string url) => Password().Replace(WebUser().Replace(url, "$1"), "$1@");

    private static void Clone(string url, string directory, Action<FetchProgress> progress, CancellationToken ct)
    {
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
            throw new GitRepositoryException($"{directory} holds something that is not a git repository. Remove it, or choose another directory for the copy of {WithoutPassword(url)}.");
        var unfinished = directory + ".unfinished";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Repository.Init(unfinished, isBare: true);
        Fetch(url, unfinished, progress, ct);
        if (Directory.Exists(directory))
            Directory.Delete(directory);
        Directory.Move(unfinished, directory);
    }

    private static void Fetch(string url, string directory, Action<FetchProgress> progress, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        TransferProgressHandler report = state =>
        {
            progress(new FetchProgress(state.ReceivedObjects, state.IndexedObjects, state.TotalObjects, state.ReceivedBytes));
            return !ct.IsCancellationRequested;
        };
        var options = new FetchOptions
        {
            Prune = true,
            TagFetchMode = TagFetchMode.None, // The refspecs bring them.
            OnTransferProgress = report,
            CredentialsProvider = Credentials(url),
            OnProgress = _ => !ct.IsCancellationRequested,
        };
        using var repository = new Repository(directory);
        var remote = SetRemote(repository, WithoutPassword(url));
        Commands.Fetch(repository, remote.Name, Everything, options, logMessage: null);
        FollowHead(repository, remote, options.CredentialsProvider);
    }

    /// <summary>Notes the address in the copy's configuration, as git does, but never a password.</summary>
    private static Remote SetRemote(Repository repository, string url)
    {
        var remotes = repository.Network.Remotes;
        if (remotes[RemoteName] is not { } remote)
            return remotes.Add(RemoteName, url, Everything[0]);
        if (remote.Url != url)
            remotes.Update(RemoteName, r => r.Url = url);
        return remotes[RemoteName];
    }

    private static CredentialsHandler? Credentials(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length == 0)
            return null;
        var parts = uri.UserInfo.Split(':', 2);
        var credentials = new UsernamePasswordCredentials
        {
            Username = Uri.UnescapeDataString(parts[0]),
            Password = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "",
        };
        return (_, _, _) => credentials;
    }

    /// <summary>Lets HEAD name the branch that the remote's HEAD names.</summary>
    private static void FollowHead(Repository repository, Remote remote, CredentialsHandler? credentials)
    {
        var references = credentials is null
            ? repository.Network.ListReferences(remote)
            : repository.Network.ListReferences(remote, credentials);
        var head = references.FirstOrDefault(r => r.CanonicalName == "HEAD");
        if (head is SymbolicReference { TargetIdentifier: { } branch } && branch.StartsWith("refs/heads/", StringComparison.Ordinal)
            && (repository.Refs["HEAD"] as SymbolicReference)?.TargetIdentifier != branch)
            repository.Refs.UpdateTarget("HEAD", branch);
    }

    private static string Reason(LibGit2SharpException e, string url) =>
        e.Message.Replace(url, WithoutPassword(url), StringComparison.Ordinal).TrimEnd('.');

    [GeneratedRegex("^(https?://)[^/@]*@", RegexOptions.IgnoreCase)]
    private static partial Regex WebUser();

    [GeneratedRegex("""^([A-Za-z][A-Za-z0-9+.\-]*://[^/@:]*):[^/@]*@""")]
    private static partial Regex Password();
}
