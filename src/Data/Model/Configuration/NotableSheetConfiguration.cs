using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KernelTracker.Data.Model.Configuration;

internal sealed class NotableSheetConfiguration : IEntityTypeConfiguration<NotableSheet>
{
    public void Configure(EntityTypeBuilder<NotableSheet> builder) =>
        builder.ToTable("NotableSheets").HasKey(s => new { s.ReleaseId, s.After, s.UpTo });
}
