using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KernelTracker.Data.Model.Configuration;

internal sealed class InterfaceNameConfiguration : IEntityTypeConfiguration<InterfaceName>
{
    public void Configure(EntityTypeBuilder<InterfaceName> builder)
    {
        builder.ToTable("InterfaceNames");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => new { n.Name, n.Kind }).IsUnique();
    }
}

internal sealed class InterfaceSpanConfiguration : IEntityTypeConfiguration<InterfaceSpan>
{
    public void Configure(EntityTypeBuilder<InterfaceSpan> builder)
    {
        builder.ToTable("InterfaceSpans");
        builder.Property(s => s.Id).ValueGeneratedNever();
        // Whether a name stood in a tree is asked for each name of a release: the index alone answers.
        builder.HasIndex(s => new { s.NameId, s.FirstReleaseId, s.EndReleaseId });
        builder.HasIndex(s => new { s.FirstReleaseId, s.NameId });
        builder.HasIndex(s => s.EndReleaseId).HasFilter("\"EndReleaseId\" IS NOT NULL");
    }
}

internal sealed class InterfaceChangeConfiguration : IEntityTypeConfiguration<InterfaceChange>
{
    public void Configure(EntityTypeBuilder<InterfaceChange> builder)
    {
        builder.ToTable("InterfaceChanges").HasKey(c => new { c.CommitId, c.NameId });
        builder.HasIndex(c => c.NameId);
    }
}

internal sealed class InterfaceReadingConfiguration : IEntityTypeConfiguration<InterfaceReading>
{
    public void Configure(EntityTypeBuilder<InterfaceReading> builder)
    {
        builder.ToTable("InterfaceReadings").HasKey(r => r.ReleaseId);
        builder.Property(r => r.ReleaseId).ValueGeneratedNever();
    }
}
