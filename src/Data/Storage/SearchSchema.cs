namespace KernelTracker.Data.Storage;

/// <summary>
/// The full-text index over commits, as SQL for SQLite's FTS5 (https://sqlite.org/fts5.html).
/// The migration and the tests both create it from here.
/// </summary>
/// <remarks>
/// The table keeps no text of its own (the rows have it); its rowid is <see cref="Model.Commit.Id"/>.
/// unicode61 splits at everything that is neither letter nor digit, so <c>ndo_start_xmit</c>, a path or an
/// address is a run of tokens: a quoted phrase finds it whole, a part of it finds it too.
/// </remarks>
public static class SearchSchema
{
    /// <summary>Name of the virtual table.</summary>
    public const string Table = "CommitSearch";

    /// <summary>
    /// Creates the index, empty. A match in the subject weighs most, then people, then paths, then the body.
    /// (Prefix indexes would double its size; the term index alone serves prefixes of two letters or more.)
    /// </summary>
    public const string Create =
        """
        CREATE VIRTUAL TABLE "CommitSearch" USING fts5(
            subject, body, people, paths,
            content='', contentless_delete=1,
            tokenize="unicode61 remove_diacritics 2");
        INSERT INTO "CommitSearch"("CommitSearch", rank) VALUES ('rank', 'bm25(8.0, 2.0, 4.0, 3.0)');
        """;

    /// <summary>Removes the index.</summary>
    public const string Drop = "DROP TABLE IF EXISTS \"CommitSearch\";";
}
