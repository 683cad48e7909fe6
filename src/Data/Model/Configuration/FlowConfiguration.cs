using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KernelTracker.Data.Model.Configuration;

internal sealed class FlowEdgeConfiguration : IEntityTypeConfiguration<FlowEdge>
{
    public void Configure(EntityTypeBuilder<FlowEdge> builder) =>
        builder.ToTable("FlowEdges").HasKey(e => new { e.ReleaseId, e.SourceTreeId, e.IntoTreeId });
}
