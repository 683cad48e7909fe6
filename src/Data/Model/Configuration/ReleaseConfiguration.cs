using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KernelTracker.Data.Model.Configuration;

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.ToTable("Releases");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.Version).IsUnique();
    }
}

internal sealed class ReleaseCandidateConfiguration : IEntityTypeConfiguration<ReleaseCandidate>
{
    public void Configure(EntityTypeBuilder<ReleaseCandidate> builder) =>
        builder.ToTable("ReleaseCandidates").HasKey(c => new { c.ReleaseId, c.Number });
}

internal sealed class PullConfiguration : IEntityTypeConfiguration<Pull>
{
    public void Configure(EntityTypeBuilder<Pull> builder)
    {
        builder.ToTable("Pulls").HasKey(p => p.CommitId);
        builder.Property(p => p.CommitId).ValueGeneratedNever();
        builder.HasIndex(p => p.Position);
        builder.HasIndex(p => new { p.ReleaseId, p.Position });
        builder.HasIndex(p => p.SourceTreeId);
    }
}

internal sealed class SourceTreeConfiguration : IEntityTypeConfiguration<SourceTree>
{
    public void Configure(EntityTypeBuilder<SourceTree> builder)
    {
        builder.ToTable("SourceTrees");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => t.Name).IsUnique();
    }
}

internal sealed class AreaPartConfiguration : IEntityTypeConfiguration<AreaPart>
{
    public void Configure(EntityTypeBuilder<AreaPart> builder)
    {
        builder.ToTable("AreaParts");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => new { p.Area, p.Name }).IsUnique();
    }
}

internal sealed class SubsystemConfiguration : IEntityTypeConfiguration<Subsystem>
{
    public void Configure(EntityTypeBuilder<Subsystem> builder)
    {
        builder.ToTable("Subsystems");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.Name).IsUnique();
        builder.HasIndex(s => s.Slug).IsUnique();
    }
}
