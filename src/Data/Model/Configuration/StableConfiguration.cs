using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KernelTracker.Data.Model.Configuration;

internal sealed class StableSeriesConfiguration : IEntityTypeConfiguration<StableSeries>
{
    public void Configure(EntityTypeBuilder<StableSeries> builder)
    {
        builder.ToTable("StableSeries");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.Name).IsUnique();
    }
}

internal sealed class StableUpdateConfiguration : IEntityTypeConfiguration<StableUpdate>
{
    public void Configure(EntityTypeBuilder<StableUpdate> builder)
    {
        builder.ToTable("StableUpdates").HasKey(u => new { u.SeriesId, u.Number });
        builder.HasIndex(u => u.Version).IsUnique();
        builder.HasIndex(u => u.Time);
        builder.HasIndex(u => u.CommitId);
    }
}

internal sealed class StableChangesetConfiguration : IEntityTypeConfiguration<StableChangeset>
{
    public void Configure(EntityTypeBuilder<StableChangeset> builder)
    {
        builder.ToTable("StableChangesets").HasKey(c => new { c.SeriesId, c.Number, c.Ordinal });
        builder.HasIndex(c => new { c.CommitId, c.SeriesId }).IsUnique();
    }
}

internal sealed class BackportConfiguration : IEntityTypeConfiguration<Backport>
{
    public void Configure(EntityTypeBuilder<Backport> builder)
    {
        builder.ToTable("Backports").HasKey(b => new { b.CommitId, b.Ordinal });
        builder.HasIndex(b => b.UpstreamCommitId).HasFilter("\"UpstreamCommitId\" IS NOT NULL");
        builder.HasIndex(b => b.Written);
    }
}

internal sealed class RepairConfiguration : IEntityTypeConfiguration<Repair>
{
    public void Configure(EntityTypeBuilder<Repair> builder)
    {
        builder.ToTable("Repairs").HasKey(r => new { r.CommitId, r.Ordinal });
        builder.HasIndex(r => r.TargetCommitId).HasFilter("\"TargetCommitId\" IS NOT NULL");
        builder.HasIndex(r => r.Written);
    }
}

internal sealed class StableDeviceIdConfiguration : IEntityTypeConfiguration<StableDeviceId>
{
    public void Configure(EntityTypeBuilder<StableDeviceId> builder) =>
        builder.ToTable("StableDeviceIds").HasKey(d => new { d.SeriesId, d.Number, d.Ordinal });
}

internal sealed class ReviewRoundConfiguration : IEntityTypeConfiguration<ReviewRound>
{
    public void Configure(EntityTypeBuilder<ReviewRound> builder)
    {
        builder.ToTable("ReviewRounds");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.SeriesId, r.Number });
    }
}

internal sealed class ReviewPatchConfiguration : IEntityTypeConfiguration<ReviewPatch>
{
    public void Configure(EntityTypeBuilder<ReviewPatch> builder)
    {
        builder.ToTable("ReviewPatches").HasKey(p => new { p.RoundId, p.Ordinal });
        builder.HasIndex(p => p.UpstreamCommitId).HasFilter("\"UpstreamCommitId\" IS NOT NULL");
    }
}

internal sealed class VulnerabilityConfiguration : IEntityTypeConfiguration<Vulnerability>
{
    public void Configure(EntityTypeBuilder<Vulnerability> builder)
    {
        builder.ToTable("Vulnerabilities");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => v.Name).IsUnique();
    }
}

internal sealed class VulnerabilityRangeConfiguration : IEntityTypeConfiguration<VulnerabilityRange>
{
    public void Configure(EntityTypeBuilder<VulnerabilityRange> builder)
    {
        builder.ToTable("VulnerabilityRanges").HasKey(r => new { r.VulnerabilityId, r.Ordinal });
        builder.HasIndex(r => r.FixedSha).HasFilter("\"FixedSha\" IS NOT NULL");
        builder.HasIndex(r => r.IntroducedSha).HasFilter("\"IntroducedSha\" IS NOT NULL");
        builder.HasIndex(r => new { r.FixedSeriesId, r.FixedNumber });
    }
}

internal sealed class SeriesVulnerabilityConfiguration : IEntityTypeConfiguration<SeriesVulnerability>
{
    public void Configure(EntityTypeBuilder<SeriesVulnerability> builder)
    {
        builder.ToTable("SeriesVulnerabilities").HasKey(v => new { v.SeriesId, v.VulnerabilityId });
        builder.HasIndex(v => v.VulnerabilityId);
    }
}
