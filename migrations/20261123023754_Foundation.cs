using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KernelTracker.Migrations
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AreaParts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Area = table.Column<byte>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AreaParts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommitMessages",
                columns: table => new
                {
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitMessages", x => x.CommitId);
                });

            migrationBuilder.CreateTable(
                name: "CommitParents",
                columns: table => new
                {
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitParents", x => new { x.CommitId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "Commits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ParentCount = table.Column<int>(type: "INTEGER", nullable: false),
                    IsMerge = table.Column<bool>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitterId = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorTime = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorOffset = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitTime = table.Column<long>(type: "INTEGER", nullable: false),
                    CommitOffset = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Marks = table.Column<int>(type: "INTEGER", nullable: false),
                    FilesChanged = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedLines = table.Column<int>(type: "INTEGER", nullable: true),
                    RemovedLines = table.Column<int>(type: "INTEGER", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: true),
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: true),
                    Candidate = table.Column<int>(type: "INTEGER", nullable: true),
                    Arrival = table.Column<byte>(type: "INTEGER", nullable: false),
                    SourceTreeId = table.Column<int>(type: "INTEGER", nullable: true),
                    Area = table.Column<byte>(type: "INTEGER", nullable: false),
                    AreaPartId = table.Column<int>(type: "INTEGER", nullable: true),
                    SubsystemId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Developers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Developers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FileChanges",
                columns: table => new
                {
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    PathId = table.Column<int>(type: "INTEGER", nullable: false),
                    OldPathId = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    IsBinary = table.Column<bool>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: true),
                    Removed = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileChanges", x => new { x.CommitId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "Identities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    DeveloperId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Identities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IngestRuns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TreeName = table.Column<string>(type: "TEXT", nullable: false),
                    Started = table.Column<long>(type: "INTEGER", nullable: false),
                    Finished = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<byte>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    NewCommits = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedTags = table.Column<int>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IngestRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Paths",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Paths", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pulls",
                columns: table => new
                {
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceTreeId = table.Column<int>(type: "INTEGER", nullable: false),
                    RefKind = table.Column<byte>(type: "INTEGER", nullable: false),
                    RefName = table.Column<string>(type: "TEXT", nullable: true),
                    From = table.Column<string>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Changesets = table.Column<int>(type: "INTEGER", nullable: false),
                    Commits = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedLines = table.Column<long>(type: "INTEGER", nullable: true),
                    RemovedLines = table.Column<long>(type: "INTEGER", nullable: true),
                    Area = table.Column<byte>(type: "INTEGER", nullable: false),
                    AreaPartId = table.Column<int>(type: "INTEGER", nullable: true),
                    SubsystemId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pulls", x => x.CommitId);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseCandidates",
                columns: table => new
                {
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Time = table.Column<long>(type: "INTEGER", nullable: false),
                    TimeOffset = table.Column<int>(type: "INTEGER", nullable: false),
                    Changesets = table.Column<int>(type: "INTEGER", nullable: false),
                    Commits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseCandidates", x => new { x.ReleaseId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Releases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    PreviousId = table.Column<int>(type: "INTEGER", nullable: true),
                    Time = table.Column<long>(type: "INTEGER", nullable: false),
                    TimeOffset = table.Column<int>(type: "INTEGER", nullable: false),
                    MaintainersSha = table.Column<byte[]>(type: "BLOB", nullable: true),
                    FirstPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    LastPosition = table.Column<int>(type: "INTEGER", nullable: false),
                    WindowCommitId = table.Column<int>(type: "INTEGER", nullable: true),
                    Changesets = table.Column<int>(type: "INTEGER", nullable: false),
                    Commits = table.Column<int>(type: "INTEGER", nullable: false),
                    WindowChangesets = table.Column<int>(type: "INTEGER", nullable: true),
                    WindowCommits = table.Column<int>(type: "INTEGER", nullable: true),
                    Pulls = table.Column<int>(type: "INTEGER", nullable: false),
                    Developers = table.Column<int>(type: "INTEGER", nullable: false),
                    NewDevelopers = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedLines = table.Column<long>(type: "INTEGER", nullable: true),
                    RemovedLines = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Releases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SourceTrees",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceTrees", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Subsystems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: true),
                    Maintainers = table.Column<string>(type: "TEXT", nullable: false),
                    Lists = table.Column<string>(type: "TEXT", nullable: false),
                    Trees = table.Column<string>(type: "TEXT", nullable: false),
                    Patterns = table.Column<string>(type: "TEXT", nullable: false),
                    LastReleaseId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subsystems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrackedTrees",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    Branch = table.Column<string>(type: "TEXT", nullable: false),
                    TipSha = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RulesVersion = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackedTrees", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrackerState",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    DataVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsSample = table.Column<bool>(type: "INTEGER", nullable: false),
                    Changesets = table.Column<int>(type: "INTEGER", nullable: false),
                    UncountedChangesets = table.Column<int>(type: "INTEGER", nullable: false),
                    NextRunAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FailuresInARow = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackerState", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Trailers",
                columns: table => new
                {
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    IdentityId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trailers", x => new { x.CommitId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "TreeEvents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TrackedTreeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Time = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TreeEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TreeTags",
                columns: table => new
                {
                    TrackedTreeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ObjectSha = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommitSha = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Verdict = table.Column<byte>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TreeTags", x => new { x.TrackedTreeId, x.Name });
                });

            migrationBuilder.CreateIndex(
                name: "IX_AreaParts_Area_Name",
                table: "AreaParts",
                columns: new[] { "Area", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitParents_ParentId",
                table: "CommitParents",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Commits_AuthorId",
                table: "Commits",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Commits_Release_Position",
                table: "Commits",
                columns: new[] { "ReleaseId", "Position", "IsMerge", "Area", "AreaPartId", "SourceTreeId", "SubsystemId", "AuthorId", "Candidate", "AddedLines", "RemovedLines" });

            migrationBuilder.CreateIndex(
                name: "IX_Commits_Sha",
                table: "Commits",
                column: "Sha",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Commits_SourceTreeId_ReleaseId_IsMerge",
                table: "Commits",
                columns: new[] { "SourceTreeId", "ReleaseId", "IsMerge" });

            migrationBuilder.CreateIndex(
                name: "IX_Commits_SubsystemId_ReleaseId_IsMerge",
                table: "Commits",
                columns: new[] { "SubsystemId", "ReleaseId", "IsMerge" });

            migrationBuilder.CreateIndex(
                name: "IX_FileChanges_OldPathId",
                table: "FileChanges",
                column: "OldPathId",
                filter: "\"OldPathId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FileChanges_PathId",
                table: "FileChanges",
                column: "PathId");

            migrationBuilder.CreateIndex(
                name: "IX_Identities_DeveloperId",
                table: "Identities",
                column: "DeveloperId");

            migrationBuilder.CreateIndex(
                name: "IX_Identities_Name_Email",
                table: "Identities",
                columns: new[] { "Name", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IngestRuns_Started",
                table: "IngestRuns",
                column: "Started");

            migrationBuilder.CreateIndex(
                name: "IX_Paths_Name",
                table: "Paths",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pulls_Position",
                table: "Pulls",
                column: "Position");

            migrationBuilder.CreateIndex(
                name: "IX_Pulls_ReleaseId_Position",
                table: "Pulls",
                columns: new[] { "ReleaseId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Pulls_SourceTreeId",
                table: "Pulls",
                column: "SourceTreeId");

            migrationBuilder.CreateIndex(
                name: "IX_Releases_Version",
                table: "Releases",
                column: "Version",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SourceTrees_Name",
                table: "SourceTrees",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subsystems_Name",
                table: "Subsystems",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subsystems_Slug",
                table: "Subsystems",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrackedTrees_Name",
                table: "TrackedTrees",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trailers_IdentityId_Key",
                table: "Trailers",
                columns: new[] { "IdentityId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_TreeEvents_Time",
                table: "TreeEvents",
                column: "Time");

            migrationBuilder.Sql(SearchSchema.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SearchSchema.Drop);

            migrationBuilder.DropTable(
                name: "AreaParts");

            migrationBuilder.DropTable(
                name: "CommitMessages");

            migrationBuilder.DropTable(
                name: "CommitParents");

            migrationBuilder.DropTable(
                name: "Commits");

            migrationBuilder.DropTable(
                name: "Developers");

            migrationBuilder.DropTable(
                name: "FileChanges");

            migrationBuilder.DropTable(
                name: "Identities");

            migrationBuilder.DropTable(
                name: "IngestRuns");

            migrationBuilder.DropTable(
                name: "Paths");

            migrationBuilder.DropTable(
                name: "Pulls");

            migrationBuilder.DropTable(
                name: "ReleaseCandidates");

            migrationBuilder.DropTable(
                name: "Releases");

            migrationBuilder.DropTable(
                name: "SourceTrees");

            migrationBuilder.DropTable(
                name: "Subsystems");

            migrationBuilder.DropTable(
                name: "TrackedTrees");

            migrationBuilder.DropTable(
                name: "TrackerState");

            migrationBuilder.DropTable(
                name: "Trailers");

            migrationBuilder.DropTable(
                name: "TreeEvents");

            migrationBuilder.DropTable(
                name: "TreeTags");
        }
    }
}
