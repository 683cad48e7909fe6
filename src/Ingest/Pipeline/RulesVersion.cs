using System.Reflection;
using System.Security.Cryptography;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Tells whether stored classifications were made by today's rules.</summary>
internal static class RulesVersion
{
    /// <summary>Raise it when classification code changes its verdicts without a change of a rule file.</summary>
    private const int Code = 3;

    /// <summary>Number of the code and hash of the embedded rule files.</summary>
    public static string Current { get; } = Compute();

    private static string Compute()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var assembly = Assembly.GetExecutingAssembly();
        // When a series ends says nothing about a commit: a new date is no reason to read everything again.
        var names = assembly.GetManifestResourceNames().Where(n => n.Contains(".Rules.", StringComparison.Ordinal) && !n.EndsWith("." + SeriesList.FileName, StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }
        return $"{Code}/{Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}";
    }
}
