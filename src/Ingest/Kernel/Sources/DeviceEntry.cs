namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>An entry of a table of device ids: values by field.</summary>
/// <param name="Layout">The structure.</param>
/// <param name="Table">Name of the array; empty when it has none.</param>
/// <param name="Start">Where it starts in the source.</param>
/// <param name="End">Where it ends in the source.</param>
internal sealed record DeviceEntry(DeviceTableLayout Layout, string Table, int Start, int End)
{
    private readonly Dictionary<string, TokenRange> _fields = [];

    /// <summary>The value of a field as written; null when it is not given.</summary>
    public TokenRange? this[string field] => _fields.TryGetValue(field, out var value) ? value : null;

    /// <summary>Whether nothing is given: the end of the table.</summary>
    public bool IsEmpty => _fields.Count == 0;

    /// <summary>Sets a field; the last value holds.</summary>
    public void Set(string field, TokenRange value) => _fields[field] = value;
}
