using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KernelTracker.Migrations
{
    /// <inheritdoc />
    public partial class KconfigDefaults : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Defaults",
                table: "KconfigDefinitions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Defaults",
                table: "KconfigDefinitions");
        }
    }
}
