using System.Reflection;
using System.Security.Cryptography;
using KernelTracker.Ingest.Kernel;

namespace KernelTracker.Ingest.Pipeline;

/// <summary>Tells whether what is stored was made by today's rules.</summary>
internal static class RulesVersion
{
    /// <summary>Raise it when classification code changes its verdicts without a change of a rule file.</summary>
    private const int Code = 6;

    /// <summary>Raise it when code finds other names in the same files.</summary>
    private const int InterfacesCode = 4;

    private const string InterfaceRules = ".Kernel.Interfaces.Rules.";

    /// <summary>Classification and hardware: number of the code and hash of the embedded rule files.</summary>
    public static string Current { get; } = Compute(Code, n => !n.Contains(InterfaceRules, StringComparison.Ordinal));

    /// <summary>Interfaces: number of the code and hash of their rule files.</summary>
    public static string Interfaces { get; } = Compute(InterfacesCode, n => n.Contains(InterfaceRules, StringComparison.Ordinal));

    private static string Compute(int code, Predicate<string> isOf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var assembly = Assembly.GetExecutingAssembly();
        // When a series ends says nothing about a commit: a new date is no reason to read everything again.
        var names = assembly.GetManifestResourceNames().Where(n => n.Contains(".Rules.", StringComparison.Ordinal) && isOf(n) && !n.EndsWith("." + SeriesList.FileName, StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }
        return $"{code}/{Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}";
    }
}
