using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KernelTracker.Migrations
{
    /// <inheritdoc />
    public partial class Hardware : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DeviceIds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Bus = table.Column<byte>(type: "INTEGER", nullable: false),
                    Vendor = table.Column<int>(type: "INTEGER", nullable: true),
                    Device = table.Column<int>(type: "INTEGER", nullable: true),
                    SubVendor = table.Column<int>(type: "INTEGER", nullable: true),
                    SubDevice = table.Column<int>(type: "INTEGER", nullable: true),
                    Class = table.Column<int>(type: "INTEGER", nullable: true),
                    ClassMask = table.Column<int>(type: "INTEGER", nullable: true),
                    IsInterfaceClass = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true, collation: "NOCASE"),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: true),
                    PathId = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsInitial = table.Column<bool>(type: "INTEGER", nullable: false),
                    RemovedReleaseId = table.Column<int>(type: "INTEGER", nullable: true),
                    CommitId = table.Column<int>(type: "INTEGER", nullable: true),
                    AdditionId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeviceIds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DriverSources",
                columns: table => new
                {
                    PathId = table.Column<int>(type: "INTEGER", nullable: false),
                    Symbol = table.Column<string>(type: "TEXT", nullable: true),
                    Module = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DriverSources", x => x.PathId);
                });

            migrationBuilder.CreateTable(
                name: "HardwareAdditions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Vendor = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<byte>(type: "INTEGER", nullable: false),
                    Basis = table.Column<byte>(type: "INTEGER", nullable: false),
                    Symbol = table.Column<string>(type: "TEXT", nullable: true),
                    Driver = table.Column<string>(type: "TEXT", nullable: true),
                    Module = table.Column<string>(type: "TEXT", nullable: true),
                    CommitId = table.Column<int>(type: "INTEGER", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    RemovalCommitId = table.Column<int>(type: "INTEGER", nullable: true),
                    RemovedReleaseId = table.Column<int>(type: "INTEGER", nullable: true),
                    GraduatedReleaseId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HardwareAdditions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HardwareChangesets",
                columns: table => new
                {
                    AdditionId = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<byte>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HardwareChangesets", x => new { x.AdditionId, x.CommitId, x.Role });
                });

            migrationBuilder.CreateTable(
                name: "HardwareFiles",
                columns: table => new
                {
                    AdditionId = table.Column<int>(type: "INTEGER", nullable: false),
                    PathId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HardwareFiles", x => new { x.AdditionId, x.PathId });
                });

            migrationBuilder.CreateTable(
                name: "HardwareParts",
                columns: table => new
                {
                    AdditionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HardwareParts", x => new { x.AdditionId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "HardwareReadings",
                columns: table => new
                {
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    TipSha = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BaseSha = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RulesVersion = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HardwareReadings", x => x.ReleaseId);
                });

            migrationBuilder.CreateTable(
                name: "KconfigDefinitions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    SymbolId = table.Column<int>(type: "INTEGER", nullable: false),
                    PathId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<byte>(type: "INTEGER", nullable: false),
                    Prompt = table.Column<string>(type: "TEXT", nullable: true),
                    Help = table.Column<string>(type: "TEXT", nullable: false),
                    Menu = table.Column<string>(type: "TEXT", nullable: false),
                    DependsOn = table.Column<string>(type: "TEXT", nullable: false),
                    Selects = table.Column<string>(type: "TEXT", nullable: false),
                    FirstReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    EndReleaseId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KconfigDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KconfigEvents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    SymbolId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitId = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    PathId = table.Column<int>(type: "INTEGER", nullable: false),
                    OldPathId = table.Column<int>(type: "INTEGER", nullable: true),
                    OtherSymbolId = table.Column<int>(type: "INTEGER", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KconfigEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KconfigSymbols",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KconfigSymbols", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeviceIds_AdditionId",
                table: "DeviceIds",
                column: "AdditionId",
                filter: "\"AdditionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DeviceIds_Bus_Vendor_Device",
                table: "DeviceIds",
                columns: new[] { "Bus", "Vendor", "Device" });

            migrationBuilder.CreateIndex(
                name: "IX_DeviceIds_Name",
                table: "DeviceIds",
                column: "Name",
                filter: "\"Name\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DeviceIds_PathId",
                table: "DeviceIds",
                column: "PathId");

            migrationBuilder.CreateIndex(
                name: "IX_HardwareAdditions_CommitId",
                table: "HardwareAdditions",
                column: "CommitId");

            migrationBuilder.CreateIndex(
                name: "IX_HardwareAdditions_Key",
                table: "HardwareAdditions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HardwareAdditions_ReleaseId_Category",
                table: "HardwareAdditions",
                columns: new[] { "ReleaseId", "Category" });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareAdditions_Symbol",
                table: "HardwareAdditions",
                column: "Symbol");

            migrationBuilder.CreateIndex(
                name: "IX_HardwareChangesets_CommitId",
                table: "HardwareChangesets",
                column: "CommitId");

            migrationBuilder.CreateIndex(
                name: "IX_HardwareFiles_PathId",
                table: "HardwareFiles",
                column: "PathId");

            migrationBuilder.CreateIndex(
                name: "IX_KconfigDefinitions_SymbolId",
                table: "KconfigDefinitions",
                column: "SymbolId");

            migrationBuilder.CreateIndex(
                name: "IX_KconfigEvents_ReleaseId_Kind",
                table: "KconfigEvents",
                columns: new[] { "ReleaseId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_KconfigEvents_SymbolId",
                table: "KconfigEvents",
                column: "SymbolId");

            migrationBuilder.CreateIndex(
                name: "IX_KconfigSymbols_Name",
                table: "KconfigSymbols",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeviceIds");

            migrationBuilder.DropTable(
                name: "DriverSources");

            migrationBuilder.DropTable(
                name: "HardwareAdditions");

            migrationBuilder.DropTable(
                name: "HardwareChangesets");

            migrationBuilder.DropTable(
                name: "HardwareFiles");

            migrationBuilder.DropTable(
                name: "HardwareParts");

            migrationBuilder.DropTable(
                name: "HardwareReadings");

            migrationBuilder.DropTable(
                name: "KconfigDefinitions");

            migrationBuilder.DropTable(
                name: "KconfigEvents");

            migrationBuilder.DropTable(
                name: "KconfigSymbols");
        }
    }
}
