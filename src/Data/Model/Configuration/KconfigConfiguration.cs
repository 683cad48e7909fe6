using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KernelTracker.Data.Model.Configuration;

internal sealed class KconfigSymbolConfiguration : IEntityTypeConfiguration<KconfigSymbol>
{
    public void Configure(EntityTypeBuilder<KconfigSymbol> builder)
    {
        builder.ToTable("KconfigSymbols");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.Name).IsUnique();
    }
}

internal sealed class KconfigDefinitionConfiguration : IEntityTypeConfiguration<KconfigDefinition>
{
    public void Configure(EntityTypeBuilder<KconfigDefinition> builder)
    {
        builder.ToTable("KconfigDefinitions");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.SymbolId);
    }
}

internal sealed class KconfigEventConfiguration : IEntityTypeConfiguration<KconfigEvent>
{
    public void Configure(EntityTypeBuilder<KconfigEvent> builder)
    {
        builder.ToTable("KconfigEvents");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.SymbolId);
        builder.HasIndex(e => new { e.ReleaseId, e.Kind });
    }
}
