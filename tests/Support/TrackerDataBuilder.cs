using System.Security.Cryptography;
using System.Text;
using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Tests.Support;

/// <summary>
/// Writes a small database without git: a chain of pulls and direct changesets with tags between them.
/// Attribution follows from the order of the calls, so tests state what they expect by hand.
/// </summary>
public sealed class TrackerDataBuilder
{
    private readonly List<Commit> _commits = [];
    private readonly List<CommitMessage> _messages = [];
    private readonly List<FileChange> _changes = [];
    private readonly List<Trailer> _trailers = [];
    private readonly Dictionary<string, TreePath> _paths = [];
    private readonly List<Pull> _pulls = [];
    private readonly List<Release> _releases = [];
    private readonly List<ReleaseCandidate> _candidates = [];
    private readonly Dictionary<string, Identity> _people = [];
    private readonly Dictionary<string, SourceTree> _trees = [];
    private readonly Dictionary<(Area, string), AreaPart> _parts = [];
    private readonly Dictionary<string, Subsystem> _subsystems = [];
    private readonly Dictionary<string, Employer> _employers = [];
    private readonly List<HardwareSpec> _hardware = [];
    private readonly List<DeviceIdSpec> _ids = [];
    private readonly HashSet<string> _unread = [];
    private readonly List<SeriesSpec> _series = [];
    private readonly List<(string Repairing, RepairKind Kind, string Target)> _repairs = [];
    private readonly List<ReviewSpec> _reviews = [];
    private readonly List<VulnerabilitySpec> _vulnerabilities = [];
    private int _position;
    private int _taggedCommits;
    private DateTimeOffset _now = new(2014, 8, 3, 15, 25, 0, TimeSpan.FromHours(-7));

    /// <summary>The tag that ended the last release; null before the first.</summary>
    private KernelVersion? _last;

    private int _lastRc;
    private int _releaseFrom;

    public bool IsSample { get; set; }

    public long DataVersion { get; set; } = 1;

    /// <summary>Sets the clock of the next commits.</summary>
    public TrackerDataBuilder At(string time)
    {
        _now = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        return this;
    }

    /// <summary>A changeset on the chain itself.</summary>
    public TrackerDataBuilder Direct(string subject, string author = "Ada One", Area area = Area.CoreKernel, (int Added, int Removed)? lines = null)
    {
        _position++;
        Add(subject, author, area, null, Tree("applied directly", SourceKind.Direct), Arrival.Direct, lines ?? (1, 1));
        return this;
    }

    /// <summary>A pull and the changesets it brings.</summary>
    public TrackerDataBuilder Pull(string tree, string title, params ChangesetSpec[] changesets) => Pull(tree, title, "", changesets);

    /// <summary>A pull with text and the changesets it brings.</summary>
    public TrackerDataBuilder Pull(string tree, string title, string text, IReadOnlyList<ChangesetSpec> changesets)
    {
        _position++;
        var source = Tree(tree, SourceKind.Repository);
        foreach (var spec in changesets)
        {
            var commit = Add(spec.Subject, spec.Author, spec.Area, spec.Part, source, Arrival.Pull, spec.Lines, spec.Subsystem, body: spec.Body);
            commit.Marks = spec.Marks;
            commit.EmployerId = spec.Employer is null ? null : Company(spec.Employer).Id;
            commit.OriginTreeId = spec.Origin is null ? null : Tree(spec.Origin, SourceKind.Repository).Id;
            AddPaths(commit, spec);
            _trailers.AddRange(spec.Trailers.Select((t, i) => new Trailer
            {
                CommitId = commit.Id,
                Ordinal = i,
                Key = t.Key,
                Value = t.Value,
                IdentityId = _people.TryGetValue(t.Value.Split(" <")[0], out var person) ? person.Id : null,
            }));
        }
        var area = changesets.Count == 0 ? Area.Miscellaneous : changesets.GroupBy(c => c.Area).MaxBy(g => g.Count())!.Key;
        var merge = Add($"Merge {tree}: {title}", "Linus Chain", area, null, source, Arrival.Pull, (0, 0), isMerge: true);
        _pulls.Add(new Pull
        {
            CommitId = merge.Id,
            Position = _position,
            SourceTreeId = source.Id,
            Title = title,
            Text = text,
            Changesets = changesets.Count,
            Commits = changesets.Count + 1,
            AddedLines = changesets.Sum(c => (long?)c.Lines?.Added),
            RemovedLines = changesets.Sum(c => (long?)c.Lines?.Removed),
            Area = area,
        });
        return this;
    }

    /// <summary>Hardware of a changeset.</summary>
    public TrackerDataBuilder Hardware(HardwareSpec hardware)
    {
        _hardware.Add(hardware);
        return this;
    }

    /// <summary>A device id without a hardware record.</summary>
    public TrackerDataBuilder DeviceId(DeviceIdSpec id)
    {
        _ids.Add(id);
        return this;
    }

    /// <summary>The hardware of a release is not read yet.</summary>
    public TrackerDataBuilder Unread(string version)
    {
        _unread.Add(version);
        return this;
    }

    /// <summary>A stable series with its updates.</summary>
    public TrackerDataBuilder Series(SeriesSpec series)
    {
        _series.Add(series);
        return this;
    }

    /// <summary>Every commit of one subject repairs the one of another.</summary>
    public TrackerDataBuilder Repair(string repairing, RepairKind kind, string target)
    {
        _repairs.Add((repairing, kind, target));
        return this;
    }

    /// <summary>A stable update in preparation.</summary>
    public TrackerDataBuilder Review(ReviewSpec review)
    {
        _reviews.Add(review);
        return this;
    }

    /// <summary>A vulnerability record.</summary>
    public TrackerDataBuilder Vulnerability(VulnerabilitySpec vulnerability)
    {
        _vulnerabilities.Add(vulnerability);
        return this;
    }

    /// <summary>Tags the newest commit as a release or candidate.</summary>
    public TrackerDataBuilder Tag(string tag)
    {
        if (!KernelVersion.TryParse(tag, out var version))
            throw new ArgumentException($"{tag} is no release tag.", nameof(tag));
        var fresh = _commits.Skip(_taggedCommits).ToList();
        foreach (var commit in fresh)
        {
            commit.ReleaseId = version.SortKey;
            commit.Candidate = version.Candidate ?? 0;
        }
        _taggedCommits = _commits.Count;
        if (version.Candidate is { } number)
        {
            _candidates.Add(new ReleaseCandidate
            {
                ReleaseId = version.SortKey,
                Number = number,
                CommitId = _commits[^1].Id,
                Time = _commits[^1].CommitTime,
                TimeOffset = _commits[^1].CommitOffset,
                Changesets = fresh.Count(c => !c.IsMerge),
                Commits = fresh.Count,
            });
            _lastRc = number;
        }
        else
        {
            Close(version, ReleaseState.Released);
        }
        return this;
    }

    /// <summary>Writes the database; an untagged end becomes the release in the making.</summary>
    /// <returns>The file.</returns>
    public string Write(string file)
    {
        if (_taggedCommits < _commits.Count || _lastRc > 0)
        {
            var next = _last?.Next() ?? new KernelVersion(3, 0, 0, null);
            foreach (var commit in _commits.Skip(_taggedCommits))
                commit.ReleaseId = next.SortKey;
            Close(next, _lastRc > 0 ? ReleaseState.Stabilizing : ReleaseState.WindowOpen);
        }
        foreach (var pull in _pulls)
            pull.ReleaseId = _commits[pull.CommitId - 1].ReleaseId!.Value;
        var stable = new StableData(_commits, _releases, Person, Part, _paths);
        stable.Add(_series, _repairs, _reviews, _vulnerabilities);
        using var context = Open(file);
        context.Database.EnsureCreated();
        stable.Store(context);
        context.AddRange(_people.Values);
        context.AddRange(_people.Values.Select(p => new Developer { Id = p.DeveloperId, Name = p.Name, Email = p.Email }));
        context.AddRange(_trees.Values);
        context.AddRange(_parts.Values);
        context.AddRange(_subsystems.Values);
        context.AddRange(_employers.Values);
        context.AddRange(_commits);
        context.AddRange(_messages);
        context.AddRange(_changes);
        context.AddRange(_trailers);
        context.AddRange(_releases);
        context.AddRange(_candidates);
        context.AddRange(_pulls);
        context.AddRange(FlowData.Edges(_commits, _pulls));
        context.Add(new TrackedTree { Id = 1, Name = "mainline", Kind = TreeKind.Mainline, Branch = "master", TipSha = _commits[^1].Sha, RulesVersion = "1" });
        context.Add(new TrackerState
        {
            Id = 1,
            DataVersion = DataVersion,
            PublishedAt = _now.ToUnixTimeSeconds(),
            IsSample = IsSample,
            Changesets = _commits.Count(c => !c.IsMerge),
            UncountedChangesets = _commits.Count(c => !c.IsMerge && c.AddedLines is null),
        });
        var hardware = new HardwareData(_commits, _releases, _paths);
        hardware.Add(_hardware, _ids, _unread);
        context.AddRange(_paths.Values);
        hardware.Store(context);
        context.SaveChanges();
        Index(context, stable.Commits);
        hardware.Index(context);
        return file;
    }

    /// <summary>Opens a database for writing by a test.</summary>
    public static TrackerContext Open(string file) => new(
        new DbContextOptionsBuilder<TrackerContext>().UseSqlite($"Data Source={file};Pooling=False").Options);

    private void Index(TrackerContext context, IReadOnlyList<Commit> stable)
    {
        context.Database.OpenConnection();
        context.Database.ExecuteSqlRaw(SearchSchema.Create);
        context.Database.ExecuteSqlRaw(HardwareSearchSchema.Create);
        using var search = SearchIndex.Open(context);
        var people = _people.Values.ToDictionary(p => p.Id, p => $"{p.Name} <{p.Email}>");
        var paths = _paths.Values.ToDictionary(p => p.Id, p => p.Name);
        foreach (var commit in _commits)
        {
            search.Insert(
                commit.Id, commit.Subject, _messages[commit.Id - 1].Body,
                string.Join('\n', _trailers.Where(t => t.CommitId == commit.Id).Select(t => t.Value).Prepend(people[commit.AuthorId])),
                string.Join('\n', _changes.Where(c => c.CommitId == commit.Id).Select(c => paths[c.PathId])));
        }
        foreach (var commit in stable)
            search.Insert(commit.Id, commit.Subject, "", people[commit.AuthorId], "");
    }

    private void AddPaths(Commit commit, ChangesetSpec spec)
    {
        if (spec.Paths.Count == 0)
            return;
        commit.FilesChanged = spec.Paths.Count;
        for (var i = 0; i < spec.Paths.Count; i++)
        {
            if (!_paths.TryGetValue(spec.Paths[i], out var path))
                _paths[spec.Paths[i]] = path = new TreePath { Id = _paths.Count + 1, Name = spec.Paths[i] };
            _changes.Add(new FileChange { CommitId = commit.Id, Ordinal = i, PathId = path.Id, Kind = ChangeKind.Modified, Added = spec.Lines?.Added, Removed = spec.Lines?.Removed });
        }
    }

    private void Close(KernelVersion version, ReleaseState state)
    {
        var commits = _commits.Skip(_releaseFrom).ToList();
        var rc1 = _candidates.SingleOrDefault(c => c.ReleaseId == version.SortKey && c.Number == 1);
        var windowCommits = rc1 is not null ? commits.Where(c => c.Candidate == 1).ToList()
            : state == ReleaseState.WindowOpen ? commits : null;
        var authors = commits.Where(c => !c.IsMerge).Select(c => c.AuthorId).ToHashSet();
        var earlier = _commits.Take(_releaseFrom).Where(c => !c.IsMerge).Select(c => c.AuthorId).ToHashSet();
        var lines = commits.Where(c => !c.IsMerge).ToList();
        var counted = lines.All(c => c.AddedLines is not null);
        _releases.Add(new Release
        {
            Id = version.SortKey,
            Version = version.ToString(),
            State = state,
            CommitId = _commits[^1].Id,
            PreviousId = _last?.SortKey,
            Time = _commits[^1].CommitTime,
            TimeOffset = _commits[^1].CommitOffset,
            FirstPosition = commits.Count == 0 ? _position + 1 : commits[0].Position!.Value,
            LastPosition = _position,
            WindowCommitId = rc1?.CommitId ?? (state == ReleaseState.WindowOpen ? _commits[^1].Id : null),
            Changesets = lines.Count,
            Commits = commits.Count,
            WindowChangesets = windowCommits?.Count(c => !c.IsMerge),
            WindowCommits = windowCommits?.Count,
            Pulls = commits.Count(c => c.IsMerge),
            Developers = authors.Count,
            NewDevelopers = authors.Count(a => !earlier.Contains(a)),
            AddedLines = counted ? lines.Sum(c => (long)c.AddedLines!) : null,
            RemovedLines = counted ? lines.Sum(c => (long)c.RemovedLines!) : null,
        });
        _last = version;
        _lastRc = 0;
        _releaseFrom = _commits.Count;
    }

    private Commit Add(
        string subject, string author, Area area, string? part, SourceTree tree, Arrival arrival, (int Added, int Removed)? lines,
        string? subsystem = null, bool isMerge = false, string body = "")
    {
        var person = Person(author);
        var commit = new Commit
        {
            Id = _commits.Count + 1,
            Sha = SHA256.HashData(Encoding.UTF8.GetBytes($"{_commits.Count + 1}"))[..ObjectId.Size],
            ParentCount = isMerge ? 2 : 1,
            IsMerge = isMerge,
            AuthorId = person.Id,
            CommitterId = person.Id,
            AuthorTime = _now.ToUnixTimeSeconds(),
            AuthorOffset = (int)_now.Offset.TotalMinutes,
            CommitTime = _now.ToUnixTimeSeconds(),
            CommitOffset = (int)_now.Offset.TotalMinutes,
            Subject = subject,
            FilesChanged = isMerge ? 0 : 1,
            AddedLines = lines?.Added,
            RemovedLines = lines?.Removed,
            Position = _position,
            Arrival = arrival,
            SourceTreeId = tree.Id,
            Area = area,
            AreaPartId = part is null ? null : Part(area, part).Id,
            SubsystemId = subsystem is null ? null : Section(subsystem).Id,
        };
        _commits.Add(commit);
        _messages.Add(new CommitMessage { CommitId = commit.Id, Body = body });
        return commit;
    }

    private Identity Person(string name)
    {
        if (_people.TryGetValue(name, out var known))
            return known;
        var id = _people.Count + 1;
        return _people[name] = new Identity { Id = id, Name = name, Email = $"p{id}@example.org", DeveloperId = id };
    }

    private SourceTree Tree(string name, SourceKind kind)
    {
        if (!_trees.TryGetValue(name, out var tree))
            _trees[name] = tree = new SourceTree { Id = _trees.Count + 1, Name = name, Kind = kind };
        return tree;
    }

    private AreaPart Part(Area area, string name)
    {
        if (!_parts.TryGetValue((area, name), out var part))
            _parts[(area, name)] = part = new AreaPart { Id = _parts.Count + 1, Area = area, Name = name };
        return part;
    }

    private Employer Company(string name)
    {
        if (!_employers.TryGetValue(name, out var employer))
            _employers[name] = employer = new Employer { Id = _employers.Count + 1, Name = name };
        return employer;
    }

    private Subsystem Section(string name)
    {
        if (!_subsystems.TryGetValue(name, out var section))
        {
            _subsystems[name] = section = new Subsystem
            {
                Id = _subsystems.Count + 1,
                Name = name,
                Slug = name.ToLowerInvariant().Replace(' ', '-'),
                Maintainers = "",
                Lists = "",
                Trees = "",
                Patterns = "",
            };
        }
        return section;
    }
}

/// <summary>A changeset of a pull.</summary>
public sealed record ChangesetSpec(string Subject, string Author = "Ben Two", Area Area = Area.DeviceDrivers, string? Part = null)
{
    public (int Added, int Removed)? Lines { get; init; } = (10, 2);

    public string? Subsystem { get; init; }

    public string Body { get; init; } = "";

    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<(string Key, string Value)> Trailers { get; init; } = [];

    public CommitMarks Marks { get; init; }

    /// <summary>For whom the author worked; null when not known.</summary>
    public string? Employer { get; init; }

    /// <summary>The tree whose merge within the pull brought it; null for the tree that was pulled.</summary>
    public string? Origin { get; init; }
}
