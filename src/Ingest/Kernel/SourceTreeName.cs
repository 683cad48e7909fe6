namespace KernelTracker.Ingest.Kernel;

/// <summary>One repository under one spelling.</summary>
/// <param name="Name">Short unique name, for instance "gregkh/usb-2.6" or "git.kernel.dk/linux-2.6-block".</param>
/// <param name="Url">Host and path without scheme, ".git" and trailing slash.</param>
internal readonly record struct SourceTreeIdentity(string Name, string Url);

/// <summary>Brings the spellings of a repository that merge messages use to one.</summary>
internal static class SourceTreeName
{
    /// <summary>Normalises one repository; an unknown form is kept as it is written.</summary>
    public static SourceTreeIdentity Normalize(string repository) => new(repository, repository);
}
