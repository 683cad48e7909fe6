namespace KernelTracker.Ingest.Git;

/// <summary>Addresses of repositories as they may be shown.</summary>
internal static class RemoteUrl
{
    /// <summary>The address without user name and password; scp-like and local addresses stay as they are.</summary>
    public static string WithoutPassword(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length == 0)
            return url;
        return new UriBuilder(uri) { UserName = "", Password = "" }.Uri.ToString();
    }
}
