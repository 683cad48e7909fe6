using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KernelTracker.Data.Storage;

/// <summary>Writes the full-text index (<see cref="SearchSchema"/>) with prepared commands, inside the caller's transaction.</summary>
public sealed class SearchIndex : IDisposable
{
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _delete;

    /// <summary>Prepares the commands.</summary>
    /// <param name="connection">An open connection on which <see cref="SearchSchema.Create"/> has been run.</param>
    /// <param name="transaction">The transaction that the rows become part of; null for none.</param>
    public SearchIndex(SqliteConnection connection, SqliteTransaction? transaction)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _insert = connection.CreateCommand();
        _insert.Transaction = transaction;
        _insert.CommandText =
            """INSERT INTO "CommitSearch"(rowid, subject, body, people, paths) VALUES ($id, $subject, $body, $people, $paths);""";
        _insert.Parameters.Add("$id", SqliteType.Integer);
        foreach (var name in (string[])["$subject", "$body", "$people", "$paths"])
            _insert.Parameters.Add(name, SqliteType.Text);
        _insert.Prepare();

        _delete = connection.CreateCommand();
        _delete.Transaction = transaction;
        _delete.CommandText = """DELETE FROM "CommitSearch" WHERE rowid = $id;""";
        _delete.Parameters.Add("$id", SqliteType.Integer);
        _delete.Prepare();
    }

    /// <summary>Prepares the commands on a context's open connection and in its current transaction.</summary>
    public static SearchIndex Open(TrackerContext context) =>
        new((SqliteConnection)context.Database.GetDbConnection(), (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction());

    /// <summary>Adds a commit.</summary>
    /// <param name="commitId"><see cref="Model.Commit.Id"/>; must not be in the index yet.</param>
    /// <param name="subject">The subject, whole.</param>
    /// <param name="body">The message after the subject, with its trailers or without.</param>
    /// <param name="people">Names and addresses of author, committer and the people in trailers, one a line.</param>
    /// <param name="paths">Changed paths (and sources of renames), one a line.</param>
    public void Insert(int commitId, string subject, string body, string people, string paths)
    {
        _insert.Parameters[0].Value = commitId;
        _insert.Parameters[1].Value = subject;
        _insert.Parameters[2].Value = body;
        _insert.Parameters[3].Value = people;
        _insert.Parameters[4].Value = paths;
        _insert.ExecuteNonQuery();
    }

    /// <summary>Takes a commit out; nothing happens when it is not there.</summary>
    /// <param name="commitId"><see cref="Model.Commit.Id"/>.</param>
    public void Delete(int commitId)
    {
        _delete.Parameters[0].Value = commitId;
        _delete.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
    }
}
