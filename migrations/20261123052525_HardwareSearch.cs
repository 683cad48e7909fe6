using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KernelTracker.Migrations
{
    /// <inheritdoc />
    public partial class HardwareSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DeviceIds_AdditionId",
                table: "DeviceIds");

            migrationBuilder.CreateIndex(
                name: "IX_DeviceIds_AdditionId_Bus",
                table: "DeviceIds",
                columns: new[] { "AdditionId", "Bus" },
                filter: "\"AdditionId\" IS NOT NULL");

            migrationBuilder.Sql(HardwareSearchSchema.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(HardwareSearchSchema.Drop);

            migrationBuilder.DropIndex(
                name: "IX_DeviceIds_AdditionId_Bus",
                table: "DeviceIds");

            migrationBuilder.CreateIndex(
                name: "IX_DeviceIds_AdditionId",
                table: "DeviceIds",
                column: "AdditionId",
                filter: "\"AdditionId\" IS NOT NULL");
        }
    }
}
