using ArchUnitNET.Loader;
using KernelTracker.Data;
using Xunit;

namespace KernelTracker.Architecture.Tests;

/// <summary>The types of the product and what each depends on.</summary>
internal static class House
{
    public const string DataPart = "KernelTracker.Data";
    public const string IngestPart = "KernelTracker.Ingest";
    public const string WebPart = "KernelTracker.Web";

    private static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader()
        .LoadAssemblies(typeof(TrackerContext).Assembly, typeof(KernelTracker.Ingest.IngestServices).Assembly, typeof(KernelTracker.Web.Hosting.TrackerSite).Assembly)
        .Build();

    public static System.Reflection.Assembly DataAssembly => typeof(TrackerContext).Assembly;

    /// <summary>Fails when a type of <paramref name="from"/> depends on something that <paramref name="isForbidden"/> names.</summary>
    /// <param name="from">A namespace, with those below it.</param>
    /// <param name="isForbidden">Tells by the full name.</param>
    /// <param name="except">Namespaces below <paramref name="from"/> for which the rule does not hold.</param>
    public static void MustNotDepend(string from, Func<string, bool> isForbidden, params string[] except)
    {
        var types = Loaded.Types.Where(t => Below(t.FullName, from) && !except.Any(e => Below(t.FullName, e))).ToList();
        Assert.True(types.Count > 0, $"There is no type in {from}; the rule checks nothing.");
        var violations =
            from type in types
            from dependency in type.Dependencies
            where isForbidden(dependency.Target.FullName)
            select $"{type.FullName} depends on {dependency.Target.FullName}";
        Assert.Equal([], violations.Distinct().Order());
    }

    /// <summary>Whether a full name lies in a namespace or below it.</summary>
    public static bool Below(string fullName, string @namespace) => fullName.StartsWith(@namespace + ".", StringComparison.Ordinal);
}
