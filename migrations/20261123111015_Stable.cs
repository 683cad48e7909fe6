using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KernelTracker.Migrations
{
    /// <inheritdoc />
    public partial class Stable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsStageDue",
                table: "TrackerState",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Backports",
                columns: table => new
                {
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Written = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    UpstreamCommitId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Backports", x => new { x.CommitId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "Repairs",
                columns: table => new
                {
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Written = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    TargetCommitId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Repairs", x => new { x.CommitId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "ReviewPatches",
                columns: table => new
                {
                    RoundId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", nullable: false),
                    IsMissing = table.Column<bool>(type: "INTEGER", nullable: false),
                    Upstream = table.Column<byte>(type: "INTEGER", nullable: false),
                    Written = table.Column<string>(type: "TEXT", nullable: true),
                    UpstreamCommitId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewPatches", x => new { x.RoundId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "ReviewRounds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Candidate = table.Column<int>(type: "INTEGER", nullable: true),
                    Source = table.Column<byte>(type: "INTEGER", nullable: false),
                    TrackedTreeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    SinceOffset = table.Column<int>(type: "INTEGER", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: true),
                    Patches = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewRounds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SeriesVulnerabilities",
                columns: table => new
                {
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: false),
                    VulnerabilityId = table.Column<int>(type: "INTEGER", nullable: false),
                    FixedNumber = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeriesVulnerabilities", x => new { x.SeriesId, x.VulnerabilityId });
                });

            migrationBuilder.CreateTable(
                name: "StableChangesets",
                columns: table => new
                {
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Upstream = table.Column<byte>(type: "INTEGER", nullable: false),
                    Reasons = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StableChangesets", x => new { x.SeriesId, x.Number, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "StableDeviceIds",
                columns: table => new
                {
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    PathId = table.Column<int>(type: "INTEGER", nullable: false),
                    Bus = table.Column<byte>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    CommitId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StableDeviceIds", x => new { x.SeriesId, x.Number, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "StableSeries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Support = table.Column<byte>(type: "INTEGER", nullable: false),
                    EndOfLife = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    BaseCommitId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StableSeries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StableUpdates",
                columns: table => new
                {
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    CommitId = table.Column<int>(type: "INTEGER", nullable: false),
                    TrackedTreeId = table.Column<int>(type: "INTEGER", nullable: false),
                    PreviousNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Time = table.Column<long>(type: "INTEGER", nullable: false),
                    TimeOffset = table.Column<int>(type: "INTEGER", nullable: false),
                    BumpCommitId = table.Column<int>(type: "INTEGER", nullable: true),
                    Changesets = table.Column<int>(type: "INTEGER", nullable: true),
                    Developers = table.Column<int>(type: "INTEGER", nullable: true),
                    AddedLines = table.Column<long>(type: "INTEGER", nullable: true),
                    RemovedLines = table.Column<long>(type: "INTEGER", nullable: true),
                    DeviceIds = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StableUpdates", x => new { x.SeriesId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Vulnerabilities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    Vector = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vulnerabilities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VulnerabilityRanges",
                columns: table => new
                {
                    VulnerabilityId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    IntroducedVersion = table.Column<string>(type: "TEXT", nullable: true),
                    IntroducedSha = table.Column<byte[]>(type: "BLOB", nullable: true),
                    FixedVersion = table.Column<string>(type: "TEXT", nullable: true),
                    FixedSha = table.Column<byte[]>(type: "BLOB", nullable: true),
                    FixedSeriesId = table.Column<int>(type: "INTEGER", nullable: true),
                    FixedNumber = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VulnerabilityRanges", x => new { x.VulnerabilityId, x.Ordinal });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Backports_UpstreamCommitId",
                table: "Backports",
                column: "UpstreamCommitId",
                filter: "\"UpstreamCommitId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Backports_Written",
                table: "Backports",
                column: "Written");

            migrationBuilder.CreateIndex(
                name: "IX_Repairs_TargetCommitId",
                table: "Repairs",
                column: "TargetCommitId",
                filter: "\"TargetCommitId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Repairs_Written",
                table: "Repairs",
                column: "Written");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPatches_UpstreamCommitId",
                table: "ReviewPatches",
                column: "UpstreamCommitId",
                filter: "\"UpstreamCommitId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewRounds_SeriesId_Number",
                table: "ReviewRounds",
                columns: new[] { "SeriesId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_SeriesVulnerabilities_VulnerabilityId",
                table: "SeriesVulnerabilities",
                column: "VulnerabilityId");

            migrationBuilder.CreateIndex(
                name: "IX_StableChangesets_CommitId_SeriesId",
                table: "StableChangesets",
                columns: new[] { "CommitId", "SeriesId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StableSeries_Name",
                table: "StableSeries",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StableUpdates_CommitId",
                table: "StableUpdates",
                column: "CommitId");

            migrationBuilder.CreateIndex(
                name: "IX_StableUpdates_Time",
                table: "StableUpdates",
                column: "Time");

            migrationBuilder.CreateIndex(
                name: "IX_StableUpdates_Version",
                table: "StableUpdates",
                column: "Version",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Vulnerabilities_Name",
                table: "Vulnerabilities",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VulnerabilityRanges_FixedSeriesId_FixedNumber",
                table: "VulnerabilityRanges",
                columns: new[] { "FixedSeriesId", "FixedNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_VulnerabilityRanges_FixedSha",
                table: "VulnerabilityRanges",
                column: "FixedSha",
                filter: "\"FixedSha\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_VulnerabilityRanges_IntroducedSha",
                table: "VulnerabilityRanges",
                column: "IntroducedSha",
                filter: "\"IntroducedSha\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Backports");

            migrationBuilder.DropTable(
                name: "Repairs");

            migrationBuilder.DropTable(
                name: "ReviewPatches");

            migrationBuilder.DropTable(
                name: "ReviewRounds");

            migrationBuilder.DropTable(
                name: "SeriesVulnerabilities");

            migrationBuilder.DropTable(
                name: "StableChangesets");

            migrationBuilder.DropTable(
                name: "StableDeviceIds");

            migrationBuilder.DropTable(
                name: "StableSeries");

            migrationBuilder.DropTable(
                name: "StableUpdates");

            migrationBuilder.DropTable(
                name: "Vulnerabilities");

            migrationBuilder.DropTable(
                name: "VulnerabilityRanges");

            migrationBuilder.DropColumn(
                name: "IsStageDue",
                table: "TrackerState");
        }
    }
}
