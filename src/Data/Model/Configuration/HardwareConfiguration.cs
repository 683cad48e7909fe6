using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KernelTracker.Data.Model.Configuration;

internal sealed class HardwareAdditionConfiguration : IEntityTypeConfiguration<HardwareAddition>
{
    public void Configure(EntityTypeBuilder<HardwareAddition> builder)
    {
        builder.ToTable("HardwareAdditions");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.Key).IsUnique();
        builder.HasIndex(a => new { a.ReleaseId, a.Category });
        builder.HasIndex(a => a.Symbol);
        builder.HasIndex(a => a.CommitId);
    }
}

internal sealed class HardwarePartConfiguration : IEntityTypeConfiguration<HardwarePart>
{
    public void Configure(EntityTypeBuilder<HardwarePart> builder) =>
        builder.ToTable("HardwareParts").HasKey(p => new { p.AdditionId, p.Ordinal });
}

internal sealed class HardwareChangesetConfiguration : IEntityTypeConfiguration<HardwareChangeset>
{
    public void Configure(EntityTypeBuilder<HardwareChangeset> builder)
    {
        builder.ToTable("HardwareChangesets").HasKey(c => new { c.AdditionId, c.CommitId, c.Role });
        builder.HasIndex(c => c.CommitId);
    }
}

internal sealed class HardwareFileConfiguration : IEntityTypeConfiguration<HardwareFile>
{
    public void Configure(EntityTypeBuilder<HardwareFile> builder)
    {
        builder.ToTable("HardwareFiles").HasKey(f => new { f.AdditionId, f.PathId });
        builder.HasIndex(f => f.PathId);
    }
}

internal sealed class HardwareReadingConfiguration : IEntityTypeConfiguration<HardwareReading>
{
    public void Configure(EntityTypeBuilder<HardwareReading> builder)
    {
        builder.ToTable("HardwareReadings").HasKey(r => r.ReleaseId);
        builder.Property(r => r.ReleaseId).ValueGeneratedNever();
    }
}

internal sealed class DeviceIdConfiguration : IEntityTypeConfiguration<DeviceId>
{
    public void Configure(EntityTypeBuilder<DeviceId> builder)
    {
        builder.ToTable("DeviceIds");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => new { d.Bus, d.Vendor, d.Device });
        builder.HasIndex(d => d.Name).HasFilter("\"Name\" IS NOT NULL");
        builder.HasIndex(d => d.PathId);
        builder.HasIndex(d => new { d.AdditionId, d.Bus }).HasFilter("\"AdditionId\" IS NOT NULL");
        // Ids are spelled in one case in sources and in another by users' tools.
        builder.Property(d => d.Name).UseCollation("NOCASE");
    }
}

internal sealed class DriverSourceConfiguration : IEntityTypeConfiguration<DriverSource>
{
    public void Configure(EntityTypeBuilder<DriverSource> builder)
    {
        builder.ToTable("DriverSources").HasKey(s => s.PathId);
        builder.Property(s => s.PathId).ValueGeneratedNever();
    }
}
