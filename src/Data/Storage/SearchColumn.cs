namespace KernelTracker.Data.Storage;

/// <summary>What of a commit is searched: the columns of <see cref="SearchSchema"/>.</summary>
public enum SearchColumn
{
    /// <summary>The subject.</summary>
    Subject,

    /// <summary>The message after the subject.</summary>
    Body,

    /// <summary>Names and addresses.</summary>
    People,

    /// <summary>Changed paths.</summary>
    Paths,
}
