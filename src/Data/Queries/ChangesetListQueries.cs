using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data.Queries;

/// <summary>Which changesets of a stretch are wanted; a null condition does not count.</summary>
public sealed record ChangesetFilter
{
    /// <summary>Of this area.</summary>
    public Area? Area { get; init; }

    /// <summary>Of this part of an area, by name.</summary>
    public string? Part { get; init; }

    /// <summary>Of this MAINTAINERS section, by its slug.</summary>
    public string? Subsystem { get; init; }

    /// <summary>Come through this tree, by its short name.</summary>
    public string? Tree { get; init; }

    /// <summary>Brought first by this tree, through whichever mainline got it, by its short name.</summary>
    public string? Origin { get; init; }

    /// <summary>Written by this developer; with a <see cref="Role"/>, of others and naming this developer for it.</summary>
    public int? Developer { get; init; }

    /// <summary>Naming somebody who is not the author for this role.</summary>
    public PersonRole? Role { get; init; }

    /// <summary>Written by people of this employer, by its name in URLs; <see cref="EmployerSlug.Unknown"/> for those of whom it is not known.</summary>
    public string? Employer { get; init; }

    /// <summary>Come in on this day, by the clock of who pulled.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>First in this candidate; 0 for those that are only in the release itself.</summary>
    public int? Candidate { get; init; }

    /// <summary>Merges too.</summary>
    public bool WithMerges { get; init; }
}

/// <summary>A changeset in a list.</summary>
/// <param name="Sha">Its object name.</param>
/// <param name="Subject">The first paragraph of its message.</param>
/// <param name="Author">The author's name as it stands in the commit.</param>
/// <param name="DeveloperId">Number of the developer behind it.</param>
/// <param name="Authored">Author date in the author's offset.</param>
/// <param name="IsMerge">It is a merge.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Part">The finer part; null when there is none.</param>
/// <param name="Subsystem">Heading of its MAINTAINERS section; null when it has none.</param>
/// <param name="Tree">Short name of the tree it came through.</param>
/// <param name="Candidate">Number of the first candidate with it; 0 for the release itself, null in no tag yet.</param>
/// <param name="FilesChanged">Changed paths.</param>
/// <param name="AddedLines">Lines added; null until counted.</param>
/// <param name="RemovedLines">Lines removed; null until counted.</param>
public sealed record ChangesetLine(
    ObjectId Sha, string Subject, string Author, int DeveloperId, DateTimeOffset Authored, bool IsMerge,
    Area Area, string? Part, string? Subsystem, string? Tree, int? Candidate,
    int FilesChanged, int? AddedLines, int? RemovedLines)
{
    /// <summary>The first release with it; null when mainline does not reach it.</summary>
    public KernelVersion? Release { get; init; }
}

/// <summary>What the conditions of a filter are called.</summary>
/// <param name="Subsystem">Heading of the section; null when none was asked for or it does not exist.</param>
/// <param name="Developer">Name of the developer; null when none was asked for or there is none.</param>
/// <param name="Employer">Name of the employer; null when none was asked for or there is none.</param>
public sealed record FilterNames(string? Subsystem, string? Developer, string? Employer);

/// <summary>Lists of changesets: the evidence behind every number.</summary>
public sealed class ChangesetListQueries(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The changesets of the stretch that meet every condition, newest first.</summary>
    public async Task<PageOf<ChangesetLine>> ListAsync(
        ReleaseRange range, ChangesetFilter filter, int page, int size, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var commits = await WhereAsync(context, range, filter, cancellation);
        var total = await commits.CountAsync(cancellation);
        var rows = await Rows(context, Newest(commits).Skip((page - 1) * size).Take(size)).ToListAsync(cancellation);
        return new PageOf<ChangesetLine>([.. rows.Select(r => r.ToLine())], page, size, total);
    }

    /// <summary>All of them, however many, as they are read.</summary>
    public async IAsyncEnumerable<ChangesetLine> AllAsync(
        ReleaseRange range, ChangesetFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var commits = await WhereAsync(context, range, filter, cancellation);
        await foreach (var row in Rows(context, Newest(commits)).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return row.ToLine();
    }

    private static IQueryable<Commit> Newest(IQueryable<Commit> commits) => commits.OrderByDescending(c => c.Position).ThenByDescending(c => c.Id);

    private static IQueryable<Row> Rows(TrackerContext context, IQueryable<Commit> commits) =>
        from commit in commits
        join author in context.Identities on commit.AuthorId equals author.Id
        from part in context.AreaParts.Where(p => p.Id == commit.AreaPartId).DefaultIfEmpty()
        from subsystem in context.Subsystems.Where(s => s.Id == commit.SubsystemId).DefaultIfEmpty()
        from tree in context.SourceTrees.Where(t => t.Id == commit.SourceTreeId).DefaultIfEmpty()
        orderby commit.Position descending, commit.Id descending
        select new Row
        {
            Sha = commit.Sha,
            Subject = commit.Subject,
            Author = author.Name,
            DeveloperId = author.DeveloperId,
            AuthorTime = commit.AuthorTime,
            AuthorOffset = commit.AuthorOffset,
            IsMerge = commit.IsMerge,
            Area = commit.Area,
            Part = part == null ? null : part.Name,
            Subsystem = subsystem == null ? null : subsystem.Name,
            Tree = tree == null ? null : tree.Name,
            ReleaseId = commit.ReleaseId,
            Candidate = commit.Candidate,
            FilesChanged = commit.FilesChanged,
            AddedLines = commit.AddedLines,
            RemovedLines = commit.RemovedLines,
        };

    /// <summary>A line as the database gives it.</summary>
    private sealed class Row
    {
        public required byte[] Sha { get; init; }
        public required string Subject { get; init; }
        public required string Author { get; init; }
        public int DeveloperId { get; init; }
        public long AuthorTime { get; init; }
        public int AuthorOffset { get; init; }
        public bool IsMerge { get; init; }
        public Area Area { get; init; }
        public string? Part { get; init; }
        public string? Subsystem { get; init; }
        public string? Tree { get; init; }
        public int? ReleaseId { get; init; }
        public int? Candidate { get; init; }
        public int FilesChanged { get; init; }
        public int? AddedLines { get; init; }
        public int? RemovedLines { get; init; }

        public ChangesetLine ToLine() => new(
            new ObjectId(Sha), Subject, Author, DeveloperId, GitTime.At(AuthorTime, AuthorOffset), IsMerge,
            Area, Part, Subsystem, Tree, Candidate, FilesChanged, AddedLines, RemovedLines)
        { Release = ReleaseId is { } id ? KernelVersion.OfSortKey(id) : null };
    }

    /// <summary>What the filter's subsystem, developer and employer are called.</summary>
    public async Task<FilterNames> NamesAsync(ChangesetFilter filter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return new FilterNames(
            filter.Subsystem is { } slug
                ? await context.Subsystems.Where(s => s.Slug == slug).Select(s => s.Name).SingleOrDefaultAsync(cancellation)
                : null,
            filter.Developer is { } developer
                ? await context.Developers.Where(d => d.Id == developer).Select(d => d.Name).SingleOrDefaultAsync(cancellation)
                : null,
            filter.Employer is { } employer ? (await EmployerNames.FindAsync(context, employer, cancellation))?.Name : null);
    }

    /// <summary>The commits of the stretch that meet every condition.</summary>
    internal static async Task<IQueryable<Commit>> WhereAsync(
        TrackerContext context, ReleaseRange range, ChangesetFilter filter, CancellationToken cancellation)
    {
        var commits = context.Commits.InRange(range);
        if (!filter.WithMerges)
            commits = commits.Where(c => !c.IsMerge);
        if (filter.Area is { } area)
            commits = commits.Where(c => c.Area == area);
        if (filter.Part is { } part)
            commits = commits.Where(c => context.AreaParts.Any(p => p.Id == c.AreaPartId && p.Name == part));
        if (filter.Subsystem is { } subsystem)
            commits = commits.Where(c => context.Subsystems.Any(s => s.Id == c.SubsystemId && s.Slug == subsystem));
        if (filter.Tree is { } tree)
            commits = commits.Where(c => context.SourceTrees.Any(t => t.Id == c.SourceTreeId && t.Name == tree));
        if (filter.Origin is { } origin)
            commits = commits.Where(c => context.SourceTrees.Any(t => t.Id == (c.OriginTreeId ?? c.SourceTreeId) && t.Name == origin));
        if (filter.Role is { } role)
            commits = commits.Where(Naming(context, role, filter.Developer));
        else if (filter.Developer is { } developer)
            commits = commits.Where(c => context.Identities.Any(i => i.Id == c.AuthorId && i.DeveloperId == developer));
        if (filter.Employer == EmployerSlug.Unknown)
            commits = commits.Where(c => c.EmployerId == null);
        else if (filter.Employer is { } slug)
            commits = await EmployerNames.FindAsync(context, slug, cancellation) is { } employer
                ? commits.Where(c => c.EmployerId == employer.Id)
                : commits.Where(c => false);
        if (filter.Candidate is { } candidate)
            commits = commits.Where(c => c.Candidate == candidate);
        if (filter.Day is { } day)
        {
            var positions = range.Chain.Where(c => c.Day == day).Select(c => (int?)c.Position).ToList();
            commits = commits.Where(c => positions.Contains(c.Position));
        }
        return commits;
    }

    /// <summary>Commits that name somebody (or one developer) for a role, who is not the author.</summary>
    private static Expression<Func<Commit, bool>> Naming(TrackerContext context, PersonRole role, int? developer)
    {
        var keys = role.TrailerKeys();
        return commit => (
            from trailer in context.Trailers
            where trailer.CommitId == commit.Id && keys.Contains(trailer.Key)
            join person in context.Identities on trailer.IdentityId equals person.Id
            where (developer == null || person.DeveloperId == developer)
                && !context.Identities.Any(a => a.Id == commit.AuthorId && a.DeveloperId == person.DeveloperId)
            select trailer).Any();
    }
}
