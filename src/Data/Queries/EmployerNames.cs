using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Finds employers by their name in URLs.</summary>
internal static class EmployerNames
{
    /// <summary>The employer; null when there is none. (They are a few hundred, and the name in the URL is made of the name.)</summary>
    public static async Task<Employer?> FindAsync(TrackerContext context, string slug, CancellationToken cancellation) =>
        (await context.Employers.AsNoTracking().ToListAsync(cancellation)).Find(e => EmployerSlug.Of(e.Name) == slug);
}
