using System.Globalization;
using KernelTracker.Data;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Tests.Support;

/// <summary>Writes what a database holds as lines of text, so that two databases can be compared row for row.</summary>
public static class DatabaseDump
{
    /// <summary>What a run is about, not what it found: it differs between any two runs.</summary>
    private static readonly string[] LeftOut = ["IngestRuns", "TreeEvents", "TrackerState", "__EFMigrationsHistory", "__EFMigrationsLock", "sqlite_sequence"];

    /// <summary>Every row of every table, with its numbers.</summary>
    public static IReadOnlyList<string> Rows(string databaseFile)
    {
        using var context = TrackerDatabase.OpenReader(databaseFile);
        var lines = new List<string>();
        foreach (var table in context.Model.GetEntityTypes().Select(e => e.GetTableName()!).Except(LeftOut).Order(StringComparer.Ordinal))
            lines.AddRange(Read(context, $"SELECT * FROM \"{table}\" ORDER BY 1, 2").Select(row => $"{table}: {row}"));
        return lines;
    }

    /// <summary>What pages show, by names in place of row numbers: equal for two databases that got to the same state in different ways.</summary>
    public static IReadOnlyList<string> Meaning(string databaseFile)
    {
        using var context = TrackerDatabase.OpenReader(databaseFile);
        return
        [
            .. Read(context, """
                SELECT 'commit', hex(c."Sha"), c."Position", r."Version", c."Candidate", c."Arrival", t."Name", c."Area", p."Name", s."Name", c."AddedLines", c."RemovedLines", c."FilesChanged", c."Subject", d."Name", e."Name", c."Marks", o."Name"
                FROM "Commits" c LEFT JOIN "Releases" r ON r."Id" = c."ReleaseId" LEFT JOIN "SourceTrees" t ON t."Id" = c."SourceTreeId" LEFT JOIN "SourceTrees" o ON o."Id" = c."OriginTreeId"
                LEFT JOIN "AreaParts" p ON p."Id" = c."AreaPartId" LEFT JOIN "Subsystems" s ON s."Id" = c."SubsystemId"
                LEFT JOIN "Identities" i ON i."Id" = c."AuthorId" LEFT JOIN "Developers" d ON d."Id" = i."DeveloperId"
                LEFT JOIN "Employers" e ON e."Id" = c."EmployerId" ORDER BY 2
                """),
            .. Read(context, """
                SELECT 'release', r."Version", r."State", hex(c."Sha"), hex(w."Sha"), r."PreviousId", r."Changesets", r."Commits", r."WindowChangesets", r."WindowCommits", r."Pulls", r."Developers", r."NewDevelopers", r."AddedLines", r."RemovedLines", r."FirstPosition", r."LastPosition", hex(r."MaintainersSha")
                FROM "Releases" r JOIN "Commits" c ON c."Id" = r."CommitId" LEFT JOIN "Commits" w ON w."Id" = r."WindowCommitId" ORDER BY r."Id"
                """),
            .. Read(context, """SELECT 'candidate', k."ReleaseId", k."Number", hex(c."Sha"), k."Changesets", k."Commits" FROM "ReleaseCandidates" k JOIN "Commits" c ON c."Id" = k."CommitId" ORDER BY 2, 3"""),
            .. Read(context, """
                SELECT 'pull', hex(c."Sha"), p."Position", p."ReleaseId", t."Name", p."RefKind", p."RefName", p."From", p."Title", p."Text", p."Changesets", p."Commits", p."AddedLines", p."RemovedLines", p."Area", a."Name", s."Name"
                FROM "Pulls" p JOIN "Commits" c ON c."Id" = p."CommitId" JOIN "SourceTrees" t ON t."Id" = p."SourceTreeId" LEFT JOIN "AreaParts" a ON a."Id" = p."AreaPartId" LEFT JOIN "Subsystems" s ON s."Id" = p."SubsystemId" ORDER BY 2
                """),
            .. Read(context, """
                SELECT 'flow', f."ReleaseId", t."Name", i."Name", f."Changesets", f."OwnChangesets", f."Merges" FROM "FlowEdges" f
                JOIN "SourceTrees" t ON t."Id" = f."SourceTreeId" LEFT JOIN "SourceTrees" i ON i."Id" = f."IntoTreeId" ORDER BY 2, 3, 4
                """),
            .. Read(context, """
                SELECT 'file', hex(c."Sha"), f."Ordinal", p."Name", o."Name", f."Kind", f."Added", f."Removed" FROM "FileChanges" f JOIN "Commits" c ON c."Id" = f."CommitId"
                JOIN "Paths" p ON p."Id" = f."PathId" LEFT JOIN "Paths" o ON o."Id" = f."OldPathId" ORDER BY 2, 3
                """),
            .. Read(context, """
                SELECT 'hardware', a."Key", a."ReleaseId", a."Name", a."Vendor", a."Kind", a."Category", a."Basis", a."Symbol", a."Driver", a."Module", hex(c."Sha"), a."IsWithdrawn", hex(r."Sha"), a."RemovedReleaseId", a."GraduatedReleaseId",
                  (SELECT group_concat(p."Name", ',') FROM (SELECT * FROM "HardwareParts" WHERE "AdditionId" = a."Id" ORDER BY "Ordinal") p)
                FROM "HardwareAdditions" a LEFT JOIN "Commits" c ON c."Id" = a."CommitId" LEFT JOIN "Commits" r ON r."Id" = a."RemovalCommitId" ORDER BY 2
                """),
            .. Read(context, """SELECT 'hardware changeset', a."Key", hex(c."Sha"), h."Role" FROM "HardwareChangesets" h JOIN "HardwareAdditions" a ON a."Id" = h."AdditionId" JOIN "Commits" c ON c."Id" = h."CommitId" ORDER BY 2, 3, 4"""),
            .. Read(context, """SELECT 'hardware file', a."Key", p."Name", h."ReleaseId" FROM "HardwareFiles" h JOIN "HardwareAdditions" a ON a."Id" = h."AdditionId" JOIN "Paths" p ON p."Id" = h."PathId" ORDER BY 2, 3, 4"""),
            .. Read(context, """
                SELECT 'device id', i."Bus", i."Text", i."Label", p."Name", i."AddedReleaseId", i."IsInitial", i."RemovedReleaseId", hex(c."Sha"), a."Key" FROM "DeviceIds" i
                JOIN "Paths" p ON p."Id" = i."PathId" LEFT JOIN "Commits" c ON c."Id" = i."CommitId" LEFT JOIN "HardwareAdditions" a ON a."Id" = i."AdditionId" ORDER BY 2, 3, 5, 6
                """),
            .. Read(context, """
                SELECT 'kconfig', s."Name", p."Name", d."Ordinal", d."Type", d."Prompt", d."Help", d."Menu", d."DependsOn", d."Selects", d."FirstReleaseId", d."EndReleaseId" FROM "KconfigDefinitions" d
                JOIN "KconfigSymbols" s ON s."Id" = d."SymbolId" JOIN "Paths" p ON p."Id" = d."PathId" ORDER BY 2, 3, 4, 11
                """),
            .. Read(context, """
                SELECT 'kconfig event', s."Name", e."ReleaseId", hex(c."Sha"), e."Kind", p."Name", o."Name", x."Name", e."Before", e."After" FROM "KconfigEvents" e
                JOIN "KconfigSymbols" s ON s."Id" = e."SymbolId" JOIN "Paths" p ON p."Id" = e."PathId" LEFT JOIN "Paths" o ON o."Id" = e."OldPathId"
                LEFT JOIN "KconfigSymbols" x ON x."Id" = e."OtherSymbolId" LEFT JOIN "Commits" c ON c."Id" = e."CommitId" ORDER BY 2, 3, 4, 5, 6
                """),
            .. Read(context, """
                SELECT 'interface', n."Kind", n."Name", p."Name", s."Text", s."FirstReleaseId", s."IsInitial", s."EndReleaseId" FROM "InterfaceSpans" s
                JOIN "InterfaceNames" n ON n."Id" = s."NameId" JOIN "Paths" p ON p."Id" = s."PathId" ORDER BY 2, 3, 4, 6
                """),
            .. Read(context, """
                SELECT 'interface change', hex(c."Sha"), n."Kind", n."Name", i."Kind", p."Name", i."Text" FROM "InterfaceChanges" i
                JOIN "Commits" c ON c."Id" = i."CommitId" JOIN "InterfaceNames" n ON n."Id" = i."NameId" JOIN "Paths" p ON p."Id" = i."PathId" ORDER BY 2, 3, 4
                """),
            .. Read(context, """SELECT 'driver source', p."Name", d."Symbol", d."Module" FROM "DriverSources" d JOIN "Paths" p ON p."Id" = d."PathId" ORDER BY 2"""),
            .. Read(context, """SELECT 'series', s."Name", s."Support", s."EndOfLife", s."State", hex(c."Sha") FROM "StableSeries" s LEFT JOIN "Commits" c ON c."Id" = s."BaseCommitId" ORDER BY 2"""),
            .. Read(context, """
                SELECT 'update', u."Version", hex(c."Sha"), t."Name", u."PreviousNumber", hex(b."Sha"), u."Changesets", u."Developers", u."AddedLines", u."RemovedLines", u."DeviceIds" FROM "StableUpdates" u
                JOIN "Commits" c ON c."Id" = u."CommitId" JOIN "TrackedTrees" t ON t."Id" = u."TrackedTreeId" LEFT JOIN "Commits" b ON b."Id" = u."BumpCommitId" ORDER BY 2
                """),
            .. Read(context, """SELECT 'stable changeset', s."SeriesId", s."Number", s."Ordinal", hex(c."Sha"), s."Upstream", s."Reasons" FROM "StableChangesets" s JOIN "Commits" c ON c."Id" = s."CommitId" ORDER BY 2, 3, 4"""),
            .. Read(context, """
                SELECT 'backport', hex(c."Sha"), b."Ordinal", b."Written", b."State", hex(u."Sha") FROM "Backports" b
                JOIN "Commits" c ON c."Id" = b."CommitId" LEFT JOIN "Commits" u ON u."Id" = b."UpstreamCommitId" ORDER BY 2, 3
                """),
            .. Read(context, """
                SELECT 'repair', hex(c."Sha"), r."Ordinal", r."Kind", r."Written", r."State", hex(t."Sha") FROM "Repairs" r
                JOIN "Commits" c ON c."Id" = r."CommitId" LEFT JOIN "Commits" t ON t."Id" = r."TargetCommitId" ORDER BY 2, 3
                """),
            .. Read(context, """
                SELECT 'stable device id', d."SeriesId", d."Number", p."Name", d."Bus", d."Text", hex(c."Sha") FROM "StableDeviceIds" d
                JOIN "Paths" p ON p."Id" = d."PathId" LEFT JOIN "Commits" c ON c."Id" = d."CommitId" ORDER BY 2, 3, 4, 5, 6
                """),
            .. Read(context, """SELECT 'tag', "Name", hex("ObjectSha"), hex("CommitSha"), "Verdict" FROM "TreeTags" ORDER BY 2, 5"""),
        ];
    }

    private static IEnumerable<string> Read(TrackerContext context, string sql)
    {
        context.Database.OpenConnection();
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))));
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
