using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KernelTracker.Data.Storage;

/// <summary>Writes the index over hardware additions (<see cref="HardwareSearchSchema"/>) with prepared commands, inside the caller's transaction.</summary>
public sealed class HardwareSearchIndex : IDisposable
{
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _delete;

    /// <summary>Prepares the commands.</summary>
    /// <param name="connection">An open connection on which <see cref="HardwareSearchSchema.Create"/> has been run.</param>
    /// <param name="transaction">The transaction that the rows become part of; null for none.</param>
    public HardwareSearchIndex(SqliteConnection connection, SqliteTransaction? transaction)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _insert = connection.CreateCommand();
        _insert.Transaction = transaction;
        _insert.CommandText =
            """
            INSERT INTO "HardwareSearch"(rowid, name, parts, vendor, ids, driver, description, forms)
            VALUES ($id, $name, $parts, $vendor, $ids, $driver, $description, $forms);
            """;
        _insert.Parameters.Add("$id", SqliteType.Integer);
        foreach (var name in (string[])["$name", "$parts", "$vendor", "$ids", "$driver", "$description", "$forms"])
            _insert.Parameters.Add(name, SqliteType.Text);
        _insert.Prepare();

        _delete = connection.CreateCommand();
        _delete.Transaction = transaction;
        _delete.CommandText = """DELETE FROM "HardwareSearch" WHERE rowid = $id;""";
        _delete.Parameters.Add("$id", SqliteType.Integer);
        _delete.Prepare();
    }

    /// <summary>Prepares the commands on a context's open connection and in its current transaction.</summary>
    public static HardwareSearchIndex Open(TrackerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new((SqliteConnection)context.Database.GetDbConnection(), (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction());
    }

    /// <summary>Adds an addition.</summary>
    /// <param name="additionId"><see cref="Model.HardwareAddition.Id"/>; must not be in the index yet.</param>
    /// <param name="text">What is searched of it.</param>
    public void Insert(int additionId, HardwareSearchText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _insert.Parameters[0].Value = additionId;
        _insert.Parameters[1].Value = text.Name;
        _insert.Parameters[2].Value = text.Parts;
        _insert.Parameters[3].Value = text.Vendor;
        _insert.Parameters[4].Value = text.Ids;
        _insert.Parameters[5].Value = text.Driver;
        _insert.Parameters[6].Value = text.Description;
        _insert.Parameters[7].Value = PartForms.Of($"{text.Name}\n{text.Parts}");
        _insert.ExecuteNonQuery();
    }

    /// <summary>Takes an addition out; nothing happens when it is not there.</summary>
    /// <param name="additionId"><see cref="Model.HardwareAddition.Id"/>.</param>
    public void Delete(int additionId)
    {
        _delete.Parameters[0].Value = additionId;
        _delete.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
    }
}
