using System.Reflection;
using KernelTracker.Data;
using Xunit;

namespace KernelTracker.Architecture.Tests;

/// <summary>The lines between the parts, as docs/architecture.md draws them.</summary>
public sealed class DependencyTests
{
    [Fact]
    public void Data_stands_on_neither_ingest_nor_web() =>
        House.MustNotDepend(House.DataPart, name => House.Below(name, House.IngestPart) || House.Below(name, House.WebPart));

    [Fact]
    public void Ingest_does_not_stand_on_web() =>
        House.MustNotDepend(House.IngestPart, name => House.Below(name, House.WebPart));

    [Fact]
    public void Reading_git_knows_nothing_of_kernels() =>
        House.MustNotDepend(House.IngestPart + ".Git", name =>
            House.Below(name, House.IngestPart + ".Kernel")
            || House.Below(name, House.IngestPart + ".Classification")
            || House.Below(name, House.IngestPart + ".Pipeline"));

    [Fact]
    public void Parsers_of_kernel_texts_do_no_io() =>
        House.MustNotDepend(House.IngestPart + ".Kernel", name =>
            IsFileAccess(name)
            || House.Below(name, "LibGit2Sharp")
            || House.Below(name, "Microsoft.EntityFrameworkCore")
            || House.Below(name, House.IngestPart + ".Git"));

    [Fact]
    public void Only_storage_knows_which_database_it_is()
    {
        static bool IsProvider(string name) =>
            House.Below(name, "Microsoft.Data.Sqlite") || name.StartsWith("Microsoft.EntityFrameworkCore.Sqlite", StringComparison.Ordinal);
        House.MustNotDepend(House.DataPart, IsProvider, House.DataPart + ".Storage");
        House.MustNotDepend(House.IngestPart, IsProvider);
        House.MustNotDepend(House.WebPart, IsProvider);
    }

    [Fact]
    public void The_site_does_not_touch_git() =>
        House.MustNotDepend(House.WebPart, name => House.Below(name, "LibGit2Sharp") || House.Below(name, House.IngestPart + ".Git"));

    [Fact]
    public void Queries_give_out_sealed_records_only()
    {
        var queries = House.DataAssembly.GetExportedTypes()
            .Where(t => t.Namespace == House.DataPart + ".Queries" && t.Name.EndsWith("Queries", StringComparison.Ordinal) && !(t.IsAbstract && t.IsSealed))
            .ToList();
        Assert.NotEmpty(queries);
        var faults =
            from query in queries
            from method in query.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            from type in Parts(method.ReturnType)
            where IsFault(type)
            select $"{query.Name}.{method.Name} gives out {type.Name}";
        Assert.Equal([], faults.Distinct().Order());
        Assert.All(queries, q => Assert.True(q.IsSealed, q.Name));
    }

    private static bool IsFault(Type type) =>
        typeof(IQueryable).IsAssignableFrom(type)
        || IsEntity(type)
        || (type.Assembly == House.DataAssembly && type is { IsClass: true, IsSealed: false });

    /// <summary>Entities are the classes that the context holds sets of.</summary>
    private static bool IsEntity(Type type) =>
        typeof(TrackerContext).GetProperties().Any(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericArguments()[0] == type);

    /// <summary>A type with the types it is made of: arguments of generics, elements of arrays.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.IsArray ? Parts(type.GetElementType()!)
        : type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];

    /// <summary>Types of System.IO that reach files; a reader over a string or over a resource of the assembly is none.</summary>
    private static bool IsFileAccess(string name) =>
        name is "System.IO.File" or "System.IO.Directory" or "System.IO.FileInfo" or "System.IO.DirectoryInfo" or "System.IO.FileStream" or "System.IO.FileSystemInfo";
}
