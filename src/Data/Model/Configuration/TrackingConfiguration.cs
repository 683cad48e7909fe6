using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KernelTracker.Data.Model.Configuration;

internal sealed class TrackedTreeConfiguration : IEntityTypeConfiguration<TrackedTree>
{
    public void Configure(EntityTypeBuilder<TrackedTree> builder)
    {
        builder.ToTable("TrackedTrees");
        builder.HasIndex(t => t.Name).IsUnique();
    }
}

internal sealed class TreeTagConfiguration : IEntityTypeConfiguration<TreeTag>
{
    public void Configure(EntityTypeBuilder<TreeTag> builder) =>
        builder.ToTable("TreeTags").HasKey(t => new { t.TrackedTreeId, t.Name });
}

internal sealed class TreeEventConfiguration : IEntityTypeConfiguration<TreeEvent>
{
    public void Configure(EntityTypeBuilder<TreeEvent> builder)
    {
        builder.ToTable("TreeEvents");
        builder.HasIndex(e => e.Time);
    }
}

internal sealed class IngestRunConfiguration : IEntityTypeConfiguration<IngestRun>
{
    public void Configure(EntityTypeBuilder<IngestRun> builder)
    {
        builder.ToTable("IngestRuns");
        builder.HasIndex(r => r.Started);
    }
}

internal sealed class TrackerStateConfiguration : IEntityTypeConfiguration<TrackerState>
{
    public void Configure(EntityTypeBuilder<TrackerState> builder)
    {
        builder.ToTable("TrackerState");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
