using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>What a path tells of how many will notice a change there.</summary>
internal static class Places
{
    private static readonly string[] TopFolders =
        ["fs", "net", "security", "kernel", "mm", "block", "init", "ipc", "crypto", "lib", "usr", "virt", "scripts", "tools"];

    /// <summary>The code of one processor architecture.</summary>
    public static bool IsArchitecture(string path) => path.StartsWith("arch/", StringComparison.Ordinal);

    /// <summary>The architecture that a file belongs to: "arm" of arch/arm/… and include/asm-arm/…; null for other files.</summary>
    public static string? Architecture(string path)
    {
        const string Before = "include/asm-";
        var parts = path.Split('/', 3);
        if (parts is ["arch", var name, _])
            return name;
        return path.StartsWith(Before, StringComparison.Ordinal) && parts[1] is not "asm-generic" ? parts[1]["asm-".Length..] : null;
    }

    /// <summary>Drivers, headers of single devices included.</summary>
    public static bool IsDriver(string path) =>
        path.StartsWith("drivers/", StringComparison.Ordinal) || path.StartsWith("sound/", StringComparison.Ordinal);

    /// <summary>Drivers that are not yet good enough.</summary>
    public static bool IsStaging(string path) => path.StartsWith("drivers/staging/", StringComparison.Ordinal);

    /// <summary>The folder of a path, without a slash at its end; empty for a file of the top folder.</summary>
    public static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    /// <summary>The name of a file without folder and ending.</summary>
    public static string Stem(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.IndexOf('.', 1);
        return dot < 0 ? name : name[..dot];
    }

    /// <summary>A header as code includes it: "&lt;linux/fs.h&gt;"; null for another file.</summary>
    public static string? Header(string path) => path switch
    {
        _ when !path.EndsWith(".h", StringComparison.Ordinal) => null,
        _ when path.StartsWith("include/uapi/", StringComparison.Ordinal) => $"<{path["include/uapi/".Length..]}>",
        _ when path.StartsWith("include/", StringComparison.Ordinal) => $"<{path["include/".Length..]}>",
        _ => path,
    };

    /// <summary>The folder that a matter of its own has: "fs/nilfs2", "net/rds", "security/integrity/ima"; null for a path that belongs to all.</summary>
    public static string? OwnFolder(string path)
    {
        var folder = Folder(path);
        var parts = folder.Split('/');
        return parts.Length >= 2 && TopFolders.Contains(parts[0]) ? folder : null;
    }

    /// <summary>How much an area is noticed by users, to add to a strength.</summary>
    public static int Weight(Area area) => area switch
    {
        Area.DeviceDrivers => -30,
        Area.Architecture => -20,
        Area.DeviceDriverInfrastructure => -10,
        _ => 0,
    };
}
