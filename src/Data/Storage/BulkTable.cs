using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KernelTracker.Data.Storage;

/// <summary>
/// Inserts, replaces and updates rows by prepared commands: some twenty times as fast as change tracking.
/// Columns come from the EF model, so that they are named in one place. A command belongs to the transaction that
/// the context is in when it is prepared.
/// </summary>
public static class BulkTable
{
    /// <summary>A prepared insert of whole rows.</summary>
    /// <param name="context">An open context.</param>
    /// <param name="replace">Whether a row with the same key is replaced; else it is an error.</param>
    public static BulkTable<T> Insert<T>(TrackerContext context, bool replace = false) where T : class
    {
        var (entity, table) = Describe<T>(context);
        var properties = entity.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToList();
        var names = string.Join(", ", properties.Select(p => Quote(p.GetColumnName())));
        var values = string.Join(", ", properties.Select((_, i) => $"@p{i}"));
        var verb = replace ? "INSERT OR REPLACE" : "INSERT";
        return Prepare<T>(context, $"{verb} INTO {table} ({names}) VALUES ({values})", properties);
    }

    /// <summary>A prepared update of the named properties, the row found by its key.</summary>
    public static BulkTable<T> Update<T>(TrackerContext context, params IReadOnlyList<string> propertyNames) where T : class
    {
        var (entity, table) = Describe<T>(context);
        var set = propertyNames.Select(n => entity.FindProperty(n) ?? throw new ArgumentException($"{typeof(T).Name} has no {n}.")).ToList();
        var key = entity.FindPrimaryKey()!.Properties;
        var assignments = string.Join(", ", set.Select((p, i) => $"{Quote(p.GetColumnName())} = @p{i}"));
        var where = string.Join(" AND ", key.Select((p, i) => $"{Quote(p.GetColumnName())} = @p{set.Count + i}"));
        return Prepare<T>(context, $"UPDATE {table} SET {assignments} WHERE {where}", [.. set, .. key]);
    }

    private static (IEntityType Entity, string Table) Describe<T>(TrackerContext context)
    {
        var entity = context.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is no entity.");
        return (entity, Quote(entity.GetTableName()!));
    }

    private static BulkTable<T> Prepare<T>(TrackerContext context, string sql, IReadOnlyList<IProperty> properties) where T : class
    {
        var connection = context.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
            throw new InvalidOperationException("Bulk writes need an open connection.");
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        var columns = new List<(IClrPropertyGetter, DbParameter)>();
        foreach (var property in properties)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{columns.Count}";
            command.Parameters.Add(parameter);
            columns.Add((property.GetGetter(), parameter));
        }
        return new BulkTable<T>(command, columns);
    }

    private static string Quote(string name) => $"\"{name}\"";
}

/// <summary>A prepared insert or update of rows of one entity.</summary>
/// <typeparam name="T">The entity.</typeparam>
public sealed class BulkTable<T> : IDisposable where T : class
{
    private readonly DbCommand _command;
    private readonly List<(IClrPropertyGetter Getter, DbParameter Parameter)> _columns;

    internal BulkTable(DbCommand command, List<(IClrPropertyGetter Getter, DbParameter Parameter)> columns)
    {
        _command = command;
        _columns = columns;
    }

    /// <summary>Writes one row.</summary>
    public void Write(T row)
    {
        foreach (var (getter, parameter) in _columns)
            parameter.Value = getter.GetClrValue(row) ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public void Dispose() => _command.Dispose();
}
