using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KernelTracker.Migrations
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Commits_AuthorId",
                table: "Commits");

            migrationBuilder.DropIndex(
                name: "IX_Commits_Release_Position",
                table: "Commits");

            migrationBuilder.CreateIndex(
                name: "IX_Commits_AuthorId_IsMerge_Position",
                table: "Commits",
                columns: new[] { "AuthorId", "IsMerge", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Commits_EmployerId_ReleaseId_IsMerge_AuthorId",
                table: "Commits",
                columns: new[] { "EmployerId", "ReleaseId", "IsMerge", "AuthorId" });

            migrationBuilder.CreateIndex(
                name: "IX_Commits_Release_Position",
                table: "Commits",
                columns: new[] { "ReleaseId", "Position", "IsMerge", "Area", "AreaPartId", "SourceTreeId", "SubsystemId", "AuthorId", "Candidate", "AddedLines", "RemovedLines", "EmployerId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Commits_AuthorId_IsMerge_Position",
                table: "Commits");

            migrationBuilder.DropIndex(
                name: "IX_Commits_EmployerId_ReleaseId_IsMerge_AuthorId",
                table: "Commits");

            migrationBuilder.DropIndex(
                name: "IX_Commits_Release_Position",
                table: "Commits");

            migrationBuilder.CreateIndex(
                name: "IX_Commits_AuthorId",
                table: "Commits",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Commits_Release_Position",
                table: "Commits",
                columns: new[] { "ReleaseId", "Position", "IsMerge", "Area", "AreaPartId", "SourceTreeId", "SubsystemId", "AuthorId", "Candidate", "AddedLines", "RemovedLines" });
        }
    }
}
