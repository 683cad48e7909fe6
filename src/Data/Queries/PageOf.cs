namespace KernelTracker.Data.Queries;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this page.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="PageSize">How many items a full page holds.</param>
/// <param name="Total">How many items there are on all pages.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total)
{
    /// <summary>Number of the last page; 1 for an empty list.</summary>
    public int LastPage => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
