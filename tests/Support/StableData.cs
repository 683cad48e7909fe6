using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KernelTracker.Data;
using KernelTracker.Data.Model;

namespace KernelTracker.Tests.Support;

/// <summary>A changeset of a stable update.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Upstream">Subject of the mainline changeset that it names; or an id, which is then not held; null for none.</param>
public sealed record StableSpec(string Subject, string? Upstream = null)
{
    public string Author { get; init; } = "Ben Two";

    public Area Area { get; init; } = Area.DeviceDrivers;

    public string? Part { get; init; }

    public UpstreamStatement Statement { get; init; } = UpstreamStatement.None;

    public StableReasons Reasons { get; init; }

    /// <summary>Device ids that it brings: bus, id, path.</summary>
    public IReadOnlyList<(DeviceBus Bus, string Text, string Path)> Ids { get; init; } = [];
}

/// <summary>A series and its updates.</summary>
/// <param name="Name">"3.16".</param>
public sealed record SeriesSpec(string Name)
{
    public SeriesSupport Support { get; init; } = SeriesSupport.Stable;

    public SeriesState State { get; init; } = SeriesState.Maintained;

    public string? EndOfLife { get; init; }

    public IReadOnlyList<UpdateSpec> Updates { get; init; } = [];
}

/// <summary>An update.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Time">When it was tagged.</param>
/// <param name="Changesets">Its changesets; null when they are not known.</param>
public sealed record UpdateSpec(int Number, string Time, IReadOnlyList<StableSpec>? Changesets);

/// <summary>An update in preparation.</summary>
public sealed record ReviewSpec(string Series, int Number, int? Candidate, ReviewSource Source, string Since, string? Due, IReadOnlyList<StableSpec> Patches);

/// <summary>A vulnerability: its name, title, and what it means for series (the number of the update that fixed it; null while open).</summary>
public sealed record VulnerabilitySpec(string Name, string Title, IReadOnlyList<(string Series, int? Number)> Series)
{
    /// <summary>Subjects of the commits that fixed it, with the version each; several commits of one subject each count.</summary>
    public IReadOnlyList<(string Subject, string Version)> Fixes { get; init; } = [];
}

/// <summary>The rows of stable trees, reviews and vulnerability records of a <see cref="TrackerDataBuilder"/>.</summary>
internal sealed class StableData(IReadOnlyList<Commit> mainline, IReadOnlyList<Release> releases, Func<string, Identity> person, Func<Area, string, AreaPart> part, Dictionary<string, TreePath> paths)
{
    private const int StableTree = 2;
    private const int ReviewTree = 3;

    private readonly List<object> _rows = [];

    /// <summary>The commits of stable trees.</summary>
    public List<Commit> Commits { get; } = [];

    private IEnumerable<Commit> All => mainline.Concat(Commits);

    public void Add(IReadOnlyList<SeriesSpec> series, IReadOnlyList<(string Repairing, RepairKind Kind, string Target)> repairs, IReadOnlyList<ReviewSpec> reviews, IReadOnlyList<VulnerabilitySpec> vulnerabilities)
    {
        if (series.Count > 0)
            _rows.Add(new TrackedTree { Id = StableTree, Name = "stable", Kind = TreeKind.Stable, Branch = "", RulesVersion = "1" });
        if (reviews.Count > 0)
            _rows.Add(new TrackedTree { Id = ReviewTree, Name = "review", Kind = TreeKind.StableReview, Branch = "", RulesVersion = "1" });
        foreach (var spec in series)
            Add(spec);
        foreach (var (repairing, kind, target) in repairs)
        {
            foreach (var commit in All.Where(c => c.Subject == repairing).ToList())
            {
                var held = mainline.LastOrDefault(c => c.Subject == target) ?? Commits.Find(c => c.Subject == target);
                _rows.Add(new Repair
                {
                    CommitId = commit.Id,
                    Ordinal = 0,
                    Kind = kind,
                    Written = held is null ? target : Hex(held)[..12],
                    State = held is null ? MentionState.NotHeld : MentionState.Found,
                    TargetCommitId = held?.Id,
                });
            }
        }
        for (var i = 0; i < reviews.Count; i++)
            Add(reviews[i], i + 1);
        foreach (var spec in vulnerabilities)
            Add(spec);
    }

    public void Store(TrackerContext context)
    {
        context.AddRange(Commits);
        context.AddRange(_rows);
    }

    private void Add(SeriesSpec spec)
    {
        var id = Id(spec.Name);
        var release = releases.FirstOrDefault(r => r.Id == id);
        _rows.Add(new StableSeries
        {
            Id = id,
            Name = spec.Name,
            Support = spec.Support,
            State = spec.State,
            EndOfLife = spec.EndOfLife is { } day ? Seconds(day + "T00:00:00Z") : null,
            BaseCommitId = release?.CommitId,
        });
        int? last = release is null ? null : 0;
        foreach (var update in spec.Updates)
        {
            var at = DateTimeOffset.Parse(update.Time, CultureInfo.InvariantCulture);
            var own = new List<Commit>();
            foreach (var changeset in update.Changesets ?? [])
            {
                var commit = Make(changeset.Subject, changeset.Author, at, changeset.Area, changeset.Part);
                own.Add(commit);
                _rows.Add(new StableChangeset
                {
                    SeriesId = id,
                    Number = update.Number,
                    CommitId = commit.Id,
                    Ordinal = own.Count,
                    Upstream = changeset.Upstream is null ? changeset.Statement : UpstreamStatement.Named,
                    Reasons = changeset.Reasons,
                });
                if (changeset.Upstream is { } upstream)
                {
                    var held = mainline.FirstOrDefault(c => c.Subject == upstream);
                    _rows.Add(new Backport { CommitId = commit.Id, Ordinal = 0, Written = held is null ? upstream : Hex(held), State = held is null ? MentionState.NotHeld : MentionState.Found, UpstreamCommitId = held?.Id });
                }
                foreach (var (bus, text, path) in changeset.Ids)
                {
                    if (!paths.TryGetValue(path, out var known))
                        paths[path] = known = new TreePath { Id = paths.Count + 1, Name = path };
                    _rows.Add(new StableDeviceId { SeriesId = id, Number = update.Number, Ordinal = _rows.Count, PathId = known.Id, Bus = bus, Text = text, CommitId = commit.Id });
                }
            }
            var bump = Make($"Linux {spec.Name}.{update.Number}", "Linus Chain", at, Area.BuildSystem, null);
            var counted = update.Changesets is not null && last is not null;
            _rows.Add(new StableUpdate
            {
                SeriesId = id,
                Number = update.Number,
                Version = $"v{spec.Name}.{update.Number}",
                CommitId = bump.Id,
                TrackedTreeId = StableTree,
                PreviousNumber = counted ? last : null,
                Time = at.ToUnixTimeSeconds(),
                TimeOffset = (int)at.Offset.TotalMinutes,
                BumpCommitId = bump.Id,
                Changesets = counted ? own.Count : null,
                Developers = counted ? own.Select(c => c.AuthorId).Distinct().Count() : null,
                AddedLines = counted ? own.Sum(c => (long)c.AddedLines!) : null,
                RemovedLines = counted ? own.Sum(c => (long)c.RemovedLines!) : null,
            });
            last = update.Number;
        }
    }

    private void Add(ReviewSpec spec, int round)
    {
        var since = DateTimeOffset.Parse(spec.Since, CultureInfo.InvariantCulture);
        _rows.Add(new ReviewRound
        {
            Id = round,
            SeriesId = Id(spec.Series),
            Number = spec.Number,
            Candidate = spec.Candidate,
            Source = spec.Source,
            TrackedTreeId = ReviewTree,
            Since = since.ToUnixTimeSeconds(),
            SinceOffset = (int)since.Offset.TotalMinutes,
            Due = spec.Due is { } due ? Seconds(due) : null,
            Patches = spec.Patches.Count,
        });
        for (var i = 0; i < spec.Patches.Count; i++)
        {
            var patch = spec.Patches[i];
            var held = mainline.FirstOrDefault(c => c.Subject == patch.Upstream);
            _rows.Add(new ReviewPatch
            {
                RoundId = round,
                Ordinal = i + 1,
                Subject = patch.Subject,
                Author = patch.Author,
                IsMissing = patch.Author.Length == 0,
                Upstream = patch.Upstream is null ? patch.Statement : UpstreamStatement.Named,
                Written = held is null ? patch.Upstream : Hex(held),
                UpstreamCommitId = held?.Id,
            });
        }
    }

    private void Add(VulnerabilitySpec spec)
    {
        var parts = spec.Name.Split('-');
        var id = (int.Parse(parts[1], CultureInfo.InvariantCulture) * 1_000_000) + int.Parse(parts[2], CultureInfo.InvariantCulture);
        _rows.Add(new Vulnerability { Id = id, Name = spec.Name, Title = spec.Title, Score = 78, Vector = "CVSS:3.1/AV:L" });
        foreach (var (series, number) in spec.Series)
            _rows.Add(new SeriesVulnerability { SeriesId = Id(series), VulnerabilityId = id, FixedNumber = number });
        var ordinal = 0;
        foreach (var (subject, version) in spec.Fixes)
        {
            var (fixedSeries, fixedNumber) = StableVersion.TryParse(version, out var update)
                ? (update.Series.SortKey, update.Number)
                : (Id(version), 0);
            foreach (var commit in All.Where(c => c.Subject == subject && (c.ReleaseId is null) == (fixedNumber > 0)))
            {
                _rows.Add(new VulnerabilityRange
                {
                    VulnerabilityId = id,
                    Ordinal = ordinal++,
                    IntroducedVersion = "3.2",
                    FixedVersion = version,
                    FixedSha = commit.Sha,
                    FixedSeriesId = fixedSeries,
                    FixedNumber = fixedNumber,
                });
            }
        }
    }

    private Commit Make(string subject, string author, DateTimeOffset at, Area area, string? partName)
    {
        var who = person(author);
        var number = mainline.Count + Commits.Count + 1;
        var commit = new Commit
        {
            Id = number,
            Sha = SHA256.HashData(Encoding.UTF8.GetBytes($"{number}"))[..ObjectId.Size],
            ParentCount = 1,
            AuthorId = who.Id,
            CommitterId = who.Id,
            AuthorTime = at.ToUnixTimeSeconds(),
            AuthorOffset = (int)at.Offset.TotalMinutes,
            CommitTime = at.ToUnixTimeSeconds(),
            CommitOffset = (int)at.Offset.TotalMinutes,
            Subject = subject,
            FilesChanged = 1,
            AddedLines = 2,
            RemovedLines = 1,
            Area = area,
            AreaPartId = partName is null ? null : part(area, partName).Id,
        };
        Commits.Add(commit);
        return commit;
    }

    private static int Id(string series) => KernelVersion.TryParse(series, out var version) ? version.SortKey : throw new ArgumentException(series, nameof(series));

    private static string Hex(Commit commit) => new ObjectId(commit.Sha).ToString();

    private static long Seconds(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
}
