using KernelTracker.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Data;

/// <summary>The tracker's database. Queries read it without tracking; ingest writes it in bulk through <c>Storage</c>.</summary>
public sealed class TrackerContext(DbContextOptions<TrackerContext> options) : DbContext(options)
{
    /// <summary>All commits.</summary>
    public DbSet<Commit> Commits => Set<Commit>();

    /// <summary>Message bodies.</summary>
    public DbSet<CommitMessage> CommitMessages => Set<CommitMessage>();

    /// <summary>The commit graph.</summary>
    public DbSet<CommitParent> CommitParents => Set<CommitParent>();

    /// <summary>Trailers.</summary>
    public DbSet<Trailer> Trailers => Set<Trailer>();

    /// <summary>Paths.</summary>
    public DbSet<TreePath> Paths => Set<TreePath>();

    /// <summary>Changed paths.</summary>
    public DbSet<FileChange> FileChanges => Set<FileChange>();

    /// <summary>Names and addresses.</summary>
    public DbSet<Identity> Identities => Set<Identity>();

    /// <summary>People.</summary>
    public DbSet<Developer> Developers => Set<Developer>();

    /// <summary>Employers.</summary>
    public DbSet<Employer> Employers => Set<Employer>();

    /// <summary>What flowed from tree to tree.</summary>
    public DbSet<FlowEdge> FlowEdges => Set<FlowEdge>();

    /// <summary>Names that users and modules rely on.</summary>
    public DbSet<InterfaceName> InterfaceNames => Set<InterfaceName>();

    /// <summary>In which releases they stand.</summary>
    public DbSet<InterfaceSpan> InterfaceSpans => Set<InterfaceSpan>();

    /// <summary>What changesets did to them.</summary>
    public DbSet<InterfaceChange> InterfaceChanges => Set<InterfaceChange>();

    /// <summary>For which state of each release interfaces were read.</summary>
    public DbSet<InterfaceReading> InterfaceReadings => Set<InterfaceReading>();

    /// <summary>What will be noticed of releases.</summary>
    public DbSet<NotableSheet> NotableSheets => Set<NotableSheet>();

    /// <summary>Mainline releases.</summary>
    public DbSet<Release> Releases => Set<Release>();

    /// <summary>Release candidates.</summary>
    public DbSet<ReleaseCandidate> Candidates => Set<ReleaseCandidate>();

    /// <summary>Trees that feed mainline.</summary>
    public DbSet<SourceTree> SourceTrees => Set<SourceTree>();

    /// <summary>Pulls.</summary>
    public DbSet<Pull> Pulls => Set<Pull>();

    /// <summary>Parts of areas.</summary>
    public DbSet<AreaPart> AreaParts => Set<AreaPart>();

    /// <summary>MAINTAINERS sections.</summary>
    public DbSet<Subsystem> Subsystems => Set<Subsystem>();

    /// <summary>Configured trees.</summary>
    public DbSet<TrackedTree> TrackedTrees => Set<TrackedTree>();

    /// <summary>Tags as read last.</summary>
    public DbSet<TreeTag> TreeTags => Set<TreeTag>();

    /// <summary>Noteworthy happenings.</summary>
    public DbSet<TreeEvent> TreeEvents => Set<TreeEvent>();

    /// <summary>Runs of ingest.</summary>
    public DbSet<IngestRun> IngestRuns => Set<IngestRun>();

    /// <summary>The published state (one row).</summary>
    public DbSet<TrackerState> States => Set<TrackerState>();

    /// <summary>Hardware additions.</summary>
    public DbSet<HardwareAddition> HardwareAdditions => Set<HardwareAddition>();

    /// <summary>Parts of hardware additions.</summary>
    public DbSet<HardwarePart> HardwareParts => Set<HardwarePart>();

    /// <summary>Changesets behind hardware additions.</summary>
    public DbSet<HardwareChangeset> HardwareChangesets => Set<HardwareChangeset>();

    /// <summary>Files behind hardware additions.</summary>
    public DbSet<HardwareFile> HardwareFiles => Set<HardwareFile>();

    /// <summary>For which state of each release hardware was read.</summary>
    public DbSet<HardwareReading> HardwareReadings => Set<HardwareReading>();

    /// <summary>Device ids in drivers.</summary>
    public DbSet<DeviceId> DeviceIds => Set<DeviceId>();

    /// <summary>What builds a source file.</summary>
    public DbSet<DriverSource> DriverSources => Set<DriverSource>();

    /// <summary>Kconfig symbols.</summary>
    public DbSet<KconfigSymbol> KconfigSymbols => Set<KconfigSymbol>();

    /// <summary>Definitions of Kconfig symbols.</summary>
    public DbSet<KconfigDefinition> KconfigDefinitions => Set<KconfigDefinition>();

    /// <summary>Happenings to Kconfig symbols.</summary>
    public DbSet<KconfigEvent> KconfigEvents => Set<KconfigEvent>();

    /// <summary>Stable series.</summary>
    public DbSet<StableSeries> StableSeries => Set<StableSeries>();

    /// <summary>Stable updates.</summary>
    public DbSet<StableUpdate> StableUpdates => Set<StableUpdate>();

    /// <summary>Changesets of stable updates.</summary>
    public DbSet<StableChangeset> StableChangesets => Set<StableChangeset>();

    /// <summary>Mainline commits that stable changesets name.</summary>
    public DbSet<Backport> Backports => Set<Backport>();

    /// <summary>Changesets that fix or revert another one.</summary>
    public DbSet<Repair> Repairs => Set<Repair>();

    /// <summary>Device ids that stable updates brought.</summary>
    public DbSet<StableDeviceId> StableDeviceIds => Set<StableDeviceId>();

    /// <summary>Stable updates in preparation.</summary>
    public DbSet<ReviewRound> ReviewRounds => Set<ReviewRound>();

    /// <summary>Patches in review.</summary>
    public DbSet<ReviewPatch> ReviewPatches => Set<ReviewPatch>();

    /// <summary>Vulnerability records.</summary>
    public DbSet<Vulnerability> Vulnerabilities => Set<Vulnerability>();

    /// <summary>Where vulnerabilities came in and were fixed.</summary>
    public DbSet<VulnerabilityRange> VulnerabilityRanges => Set<VulnerabilityRange>();

    /// <summary>What vulnerabilities mean for the series held.</summary>
    public DbSet<SeriesVulnerability> SeriesVulnerabilities => Set<SeriesVulnerability>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrackerContext).Assembly);
}
