using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KernelTracker.Migrations
{
    /// <inheritdoc />
    public partial class HardwareFileRelease : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ReleaseId",
                table: "HardwareFiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ReleaseId",
                table: "HardwareFiles");
        }
    }
}
