namespace KernelTracker.Data.Storage;

/// <summary>
/// The full-text index over hardware additions, as SQL for SQLite's FTS5. The migration and the tests create it from here.
/// </summary>
/// <remarks>
/// The table keeps no text of its own; its rowid is <see cref="Model.HardwareAddition.Id"/>. The column "forms" holds
/// other spellings of part numbers (<see cref="PartForms"/>). "HardwareWords" shows the index's words, to correct
/// misspelt ones (https://sqlite.org/fts5.html#the_fts5vocab_virtual_table_module).
/// </remarks>
public static class HardwareSearchSchema
{
    /// <summary>Creates the index, empty. A match in the name or a part number weighs most, one in a description least.</summary>
    public const string Create =
        """
        CREATE VIRTUAL TABLE "HardwareSearch" USING fts5(
            name, parts, vendor, ids, driver, description, forms,
            content='', contentless_delete=1,
            tokenize="unicode61 remove_diacritics 2", prefix='2 3 4');
        INSERT INTO "HardwareSearch"("HardwareSearch", rank) VALUES ('rank', 'bm25(10.0, 10.0, 6.0, 8.0, 6.0, 1.0, 6.0)');
        CREATE VIRTUAL TABLE "HardwareWords" USING fts5vocab('HardwareSearch', 'col');
        """;

    /// <summary>Removes the index.</summary>
    public const string Drop = "DROP TABLE IF EXISTS \"HardwareWords\"; DROP TABLE IF EXISTS \"HardwareSearch\";";
}
