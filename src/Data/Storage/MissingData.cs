using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace KernelTracker.Data.Storage;

/// <summary>Tells "there is no data yet" from a database that is broken.</summary>
public static class MissingData
{
    // Result codes of https://sqlite.org/rescode.html
    private const int Error = 1;
    private const int CannotOpen = 14;

    /// <summary>True when the failure means that ingest has not made the file or its tables yet.</summary>
    public static bool Says(DbException failure) => failure is SqliteException e
        && (e.SqliteErrorCode == CannotOpen
            || (e.SqliteErrorCode == Error && e.Message.Contains("no such table", StringComparison.Ordinal)));
}
