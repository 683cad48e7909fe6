namespace KernelTracker.Ingest.Classification;

/// <summary>The vendors in their one spelling, with all others.</summary>
internal static class VendorNames
{
    /// <summary>Other spellings of a vendor; none when it is not in the list.</summary>
    public static IReadOnlyList<string> Variants(string vendor) => throw new NotImplementedException(vendor);
}
