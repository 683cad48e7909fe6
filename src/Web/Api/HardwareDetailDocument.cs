using KernelTracker.Data.Model;
using KernelTracker.Data.Queries;
using KernelTracker.Data.Reports;

namespace KernelTracker.Web.Api;

/// <summary>A device id with its source file, the changeset that added it, and when it went.</summary>
public sealed record HardwareIdEvidenceDocument(string Bus, string Id, string? Label, string Driver, string? Changeset, string? RemovedIn);

/// <summary>A changeset with what it did for the addition.</summary>
public sealed record HardwareEvidenceDocument(string Sha, string Subject, DateTimeOffset Date, IReadOnlyList<EvidenceRole> Roles);

/// <summary>A definition of the option.</summary>
public sealed record HardwareOptionDocument(
    string Config, string File, KconfigType Type, string? Prompt, string Help, string Menu, IReadOnlyList<string> DependsOn);

/// <summary>A hardware addition with all its evidence.</summary>
public sealed record HardwareDetailDocument : HardwareItemDocument
{
    /// <summary>Adds the evidence to the addition.</summary>
    public HardwareDetailDocument(HardwareDetail detail) : base(Of(detail?.Item ?? throw new ArgumentNullException(nameof(detail))))
    {
        Basis = detail.Item.Basis;
        Tree = detail.Tree?.Name;
        IdEvidence = [.. detail.Ids.Select(i => new HardwareIdEvidenceDocument(i.Bus.Slug(), i.Text, i.Label, i.Driver, i.Changeset?.ToString(), i.RemovedIn))];
        ChangesetList = [.. detail.Changesets.Select(c => new HardwareEvidenceDocument(c.Commit.Sha.ToString(), c.Commit.Subject, c.Commit.Committed, c.Roles))];
        Files = detail.Files;
        Options = [.. detail.Kconfig.Select(k => new HardwareOptionDocument(
            "CONFIG_" + k.Symbol, k.File, k.Type, k.Prompt, k.Help, k.Menu,
            k.DependsOn.Split('\n', StringSplitOptions.RemoveEmptyEntries)))];
    }

    /// <summary>By what it was recognised.</summary>
    public AdditionBasis Basis { get; }

    /// <summary>The tree it came through; null when not known.</summary>
    public string? Tree { get; }

    /// <summary>Its ids with what added each.</summary>
    public IReadOnlyList<HardwareIdEvidenceDocument> IdEvidence { get; }

    /// <summary>Its changesets with what each did, oldest first.</summary>
    public IReadOnlyList<HardwareEvidenceDocument> ChangesetList { get; }

    /// <summary>Source files.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Definitions of its option.</summary>
    public IReadOnlyList<HardwareOptionDocument> Options { get; }
}
