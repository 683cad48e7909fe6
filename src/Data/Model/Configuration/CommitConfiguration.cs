using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KernelTracker.Data.Model.Configuration;

internal sealed class CommitConfiguration : IEntityTypeConfiguration<Commit>
{
    public void Configure(EntityTypeBuilder<Commit> builder)
    {
        builder.ToTable("Commits");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.Sha).IsUnique();
        // One index serves every count of a release, window, area or tree without touching the rows.
        builder.HasIndex(c => new { c.ReleaseId, c.Position, c.IsMerge, c.Area, c.AreaPartId, c.SourceTreeId, c.SubsystemId, c.AuthorId, c.Candidate, c.AddedLines, c.RemovedLines, c.EmployerId })
            .HasDatabaseName("IX_Commits_Release_Position");
        // Whether somebody wrote anything before a position: told by the index alone.
        builder.HasIndex(c => new { c.AuthorId, c.IsMerge, c.Position });
        builder.HasIndex(c => new { c.EmployerId, c.ReleaseId, c.IsMerge, c.AuthorId });
        builder.HasIndex(c => new { c.SubsystemId, c.ReleaseId, c.IsMerge });
        builder.HasIndex(c => new { c.SourceTreeId, c.ReleaseId, c.IsMerge });
    }
}

internal sealed class CommitMessageConfiguration : IEntityTypeConfiguration<CommitMessage>
{
    public void Configure(EntityTypeBuilder<CommitMessage> builder)
    {
        builder.ToTable("CommitMessages").HasKey(m => m.CommitId);
        builder.Property(m => m.CommitId).ValueGeneratedNever();
    }
}

internal sealed class CommitParentConfiguration : IEntityTypeConfiguration<CommitParent>
{
    public void Configure(EntityTypeBuilder<CommitParent> builder)
    {
        builder.ToTable("CommitParents").HasKey(p => new { p.CommitId, p.Ordinal });
        builder.HasIndex(p => p.ParentId);
    }
}

internal sealed class TrailerConfiguration : IEntityTypeConfiguration<Trailer>
{
    public void Configure(EntityTypeBuilder<Trailer> builder)
    {
        builder.ToTable("Trailers").HasKey(t => new { t.CommitId, t.Ordinal });
        builder.HasIndex(t => new { t.IdentityId, t.Key });
    }
}

internal sealed class TreePathConfiguration : IEntityTypeConfiguration<TreePath>
{
    public void Configure(EntityTypeBuilder<TreePath> builder)
    {
        builder.ToTable("Paths");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.Name).IsUnique();
    }
}

internal sealed class FileChangeConfiguration : IEntityTypeConfiguration<FileChange>
{
    public void Configure(EntityTypeBuilder<FileChange> builder)
    {
        builder.ToTable("FileChanges").HasKey(f => new { f.CommitId, f.Ordinal });
        builder.HasIndex(f => f.PathId);
        builder.HasIndex(f => f.OldPathId).HasFilter("\"OldPathId\" IS NOT NULL");
    }
}
