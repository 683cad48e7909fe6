using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KernelTracker.Migrations
{
    /// <inheritdoc />
    public partial class NotableSheets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_InterfaceSpans_NameId",
                table: "InterfaceSpans");

            migrationBuilder.CreateTable(
                name: "NotableSheets",
                columns: table => new
                {
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    After = table.Column<int>(type: "INTEGER", nullable: false),
                    UpTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Lines = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotableSheets", x => new { x.ReleaseId, x.After, x.UpTo });
                });

            migrationBuilder.CreateIndex(
                name: "IX_InterfaceSpans_NameId_FirstReleaseId_EndReleaseId",
                table: "InterfaceSpans",
                columns: new[] { "NameId", "FirstReleaseId", "EndReleaseId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NotableSheets");

            migrationBuilder.DropIndex(
                name: "IX_InterfaceSpans_NameId_FirstReleaseId_EndReleaseId",
                table: "InterfaceSpans");

            migrationBuilder.CreateIndex(
                name: "IX_InterfaceSpans_NameId",
                table: "InterfaceSpans",
                column: "NameId");
        }
    }
}
