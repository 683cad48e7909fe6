using KernelTracker.Data;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KernelTracker.Migrations;

/// <summary>Lets `dotnet ef migrations add NAME --project migrations --startup-project migrations` see the model.</summary>
public sealed class TrackerContextFactory : IDesignTimeDbContextFactory<TrackerContext>
{
    /// <inheritdoc />
    public TrackerContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TrackerContext>();
        TrackerDatabase.UseReader(options, "design-time.db");
        return new TrackerContext(options.Options);
    }
}
