using KernelTracker.Data;
using KernelTracker.Data.Model;
using KernelTracker.Data.Storage;
using KernelTracker.Ingest.Classification;
using Microsoft.EntityFrameworkCore;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>Writes hardware additions with their evidence and their place in the search index.</summary>
internal sealed class RecordWriter(TrackerContext context, Interning interning)
{
    private int _lastId = context.HardwareAdditions.Max(a => (int?)a.Id) ?? 0;
    private readonly HashSet<string> _keys = [.. context.HardwareAdditions.Select(a => a.Key)];

    /// <summary>Writes the records of a release and marks their device ids, which the caller writes.</summary>
    public void Write(ReleaseStep step, IReadOnlyList<HardwareRecord> records)
    {
        using var additions = BulkTable.Insert<HardwareAddition>(context);
        using var parts = BulkTable.Insert<HardwarePart>(context);
        using var changesets = BulkTable.Insert<HardwareChangeset>(context);
        using var files = BulkTable.Insert<HardwareFile>(context);
        using var search = HardwareSearchIndex.Open(context);
        foreach (var record in records)
        {
            var id = ++_lastId;
            additions.Write(Row(step, record, id));
            for (var i = 0; i < record.Name.Parts.Count; i++)
                parts.Write(new HardwarePart { AdditionId = id, Ordinal = i, Name = record.Name.Parts[i] });
            foreach (var (commit, role) in record.Changesets)
                changesets.Write(new HardwareChangeset { AdditionId = id, CommitId = commit, Role = role });
            foreach (var path in record.Files)
                files.Write(new HardwareFile { AdditionId = id, PathId = interning.Path(path), ReleaseId = step.ReleaseId });
            foreach (var deviceId in record.Ids)
                deviceId.AdditionId = id;
            search.Insert(id, Text(record));
        }
    }

    /// <summary>Takes back what releases from this one on brought, and what they did to older records.</summary>
    public void ForgetFrom(int releaseId)
    {
        var gone = context.HardwareAdditions.Where(a => a.ReleaseId >= releaseId);
        using (var search = HardwareSearchIndex.Open(context))
        {
            foreach (var addition in gone.Select(a => new { a.Id, a.Key }).ToList())
            {
                search.Delete(addition.Id);
                _keys.Remove(addition.Key);
            }
        }
        context.HardwareParts.Where(p => gone.Any(a => a.Id == p.AdditionId)).ExecuteDelete();
        context.HardwareChangesets.Where(c => gone.Any(a => a.Id == c.AdditionId)).ExecuteDelete();
        context.HardwareFiles.Where(f => gone.Any(a => a.Id == f.AdditionId)).ExecuteDelete();
        gone.ExecuteDelete();
        new RecordFates(context, interning).ForgetFrom(releaseId);
        _lastId = context.HardwareAdditions.Max(a => (int?)a.Id) ?? 0;
    }

    private HardwareAddition Row(ReleaseStep step, HardwareRecord record, int id) => new()
    {
        Id = id,
        Key = FreeKey($"{step.Version}-{record.Anchor.ToLowerInvariant().Replace('_', '-')}"),
        ReleaseId = step.ReleaseId,
        Name = record.Name.Name,
        Vendor = record.Name.Vendor,
        Kind = record.Name.Kind,
        Category = record.Name.Category,
        Basis = record.Basis,
        Symbol = record.Symbol,
        Driver = record.Driver,
        Module = record.Module,
        CommitId = record.Changesets.Count == 0 ? null : record.Changesets.Min.CommitId,
        IsWithdrawn = record.IsWithdrawn,
        RemovalCommitId = record.RemovedBy?.Id,
    };

    private string FreeKey(string wanted)
    {
        var key = wanted;
        for (var n = 2; !_keys.Add(key); n++)
            key = $"{wanted}-{n}";
        return key;
    }

    private static HardwareSearchText Text(HardwareRecord record) => new(
        record.Name.Name,
        string.Join('\n', record.Name.Parts),
        record.Name.Vendor is { } vendor ? string.Join('\n', VendorNames.Variants(vendor).Prepend(vendor)) : "",
        string.Join('\n', record.Ids.Select(i => $"{i.Text} {i.Label}")),
        string.Join('\n', new[] { record.Symbol, record.Module }.OfType<string>().Concat(record.Files)),
        string.Join('\n', record.Texts));
}
