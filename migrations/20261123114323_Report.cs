using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KernelTracker.Migrations
{
    /// <inheritdoc />
    public partial class Report : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "EmployerId",
                table: "Commits",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OriginTreeId",
                table: "Commits",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Employers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Employers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FlowEdges",
                columns: table => new
                {
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceTreeId = table.Column<int>(type: "INTEGER", nullable: false),
                    IntoTreeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Changesets = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnChangesets = table.Column<int>(type: "INTEGER", nullable: false),
                    Merges = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FlowEdges", x => new { x.ReleaseId, x.SourceTreeId, x.IntoTreeId });
                });

            migrationBuilder.CreateTable(
                name: "InterfaceChanges",
                columns: table => new
                {
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    NameId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    PathId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterfaceChanges", x => new { x.CommitId, x.NameId });
                });

            migrationBuilder.CreateTable(
                name: "InterfaceNames",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterfaceNames", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InterfaceReadings",
                columns: table => new
                {
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    TipSha = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BaseSha = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RulesVersion = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterfaceReadings", x => x.ReleaseId);
                });

            migrationBuilder.CreateTable(
                name: "InterfaceSpans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    NameId = table.Column<int>(type: "INTEGER", nullable: false),
                    PathId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    FirstReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsInitial = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndReleaseId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterfaceSpans", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_InterfaceChanges_NameId",
                table: "InterfaceChanges",
                column: "NameId");

            migrationBuilder.CreateIndex(
                name: "IX_InterfaceNames_Name_Kind",
                table: "InterfaceNames",
                columns: new[] { "Name", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterfaceSpans_EndReleaseId",
                table: "InterfaceSpans",
                column: "EndReleaseId",
                filter: "\"EndReleaseId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InterfaceSpans_FirstReleaseId_NameId",
                table: "InterfaceSpans",
                columns: new[] { "FirstReleaseId", "NameId" });

            migrationBuilder.CreateIndex(
                name: "IX_InterfaceSpans_NameId",
                table: "InterfaceSpans",
                column: "NameId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Employers");

            migrationBuilder.DropTable(
                name: "FlowEdges");

            migrationBuilder.DropTable(
                name: "InterfaceChanges");

            migrationBuilder.DropTable(
                name: "InterfaceNames");

            migrationBuilder.DropTable(
                name: "InterfaceReadings");

            migrationBuilder.DropTable(
                name: "InterfaceSpans");

            migrationBuilder.DropColumn(
                name: "EmployerId",
                table: "Commits");

            migrationBuilder.DropColumn(
                name: "OriginTreeId",
                table: "Commits");
        }
    }
}
