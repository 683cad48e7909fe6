using KernelTracker.Data.Model;
using Microsoft.Extensions.Options;

namespace KernelTracker.Ingest.Configuration;

/// <summary>The section "Tracker" of the configuration.</summary>
public sealed class TrackerOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Tracker";

    /// <summary>The database file; a relative path counts from the working folder.</summary>
    public string Database { get; set; } = Path.Combine("data", "tracker.db");

    /// <summary>The trees to read. None: the bundled sample history, or the data that the database holds already.</summary>
    public IList<TreeOptions> Trees { get; } = [];

    /// <summary>When to look for news: a cron expression of five fields, in UTC.</summary>
    public string Schedule { get; set; } = "*/10 * * * *";

    /// <summary>Whether the web host reads the trees itself. Off for replicas that serve a database which another process writes.</summary>
    public bool HostIngest { get; set; } = true;

    /// <summary>Folder of pci.ids and usb.ids, which give names to device ids; none: where distributions install them.</summary>
    public string? IdLists { get; set; }

    /// <summary>The folder for what the tracker keeps beside its database: clones, the sample repository.</summary>
    public string DataFolder => Path.GetDirectoryName(Path.GetFullPath(Database))!;
}

/// <summary>One configured git tree.</summary>
public sealed class TreeOptions
{
    /// <summary>A name of letters, digits, '-', '_' and '.', unique among the trees.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is.</summary>
    public TreeKind Kind { get; set; } = TreeKind.Mainline;

    /// <summary>Folder of the repository; with a <see cref="Url"/>, where its clone is kept (by default under the data folder).</summary>
    public string? Path { get; set; }

    /// <summary>Where it is fetched from; none: it is read as it lies on disk.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// The branch to read; none: master, or the repository's own branch when it has no master. Only for trees of one
    /// branch: a stable tree is read by its tags, a stable-review tree by all its branches.
    /// </summary>
    public string? Branch { get; set; }
}

/// <summary>Checks the configuration and names every fault at once.</summary>
public sealed class TrackerOptionsValidator : IValidateOptions<TrackerOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TrackerOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(TrackerOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Database))
            yield return "Tracker:Database is empty; name a file.";
        if (!Cronos.CronExpression.TryParse(options.Schedule, out _))
            yield return $"Tracker:Schedule '{options.Schedule}' is no cron expression of five fields, such as '*/10 * * * *'.";
        if (!string.IsNullOrWhiteSpace(options.IdLists) && !Directory.Exists(options.IdLists))
            yield return $"Tracker:IdLists '{options.IdLists}' is no folder; leave it out to use the lists that are installed.";
        for (var i = 0; i < options.Trees.Count; i++)
        {
            var tree = options.Trees[i];
            if (tree.Name.Length == 0 || !tree.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || tree.Name.StartsWith('.'))
                yield return $"Tracker:Trees:{i}:Name '{tree.Name}' is no name; use letters, digits, '-', '_' and '.'.";
            if (string.IsNullOrWhiteSpace(tree.Path) && string.IsNullOrWhiteSpace(tree.Url))
                yield return $"Tracker:Trees:{i} has neither Path nor Url.";
            if (!Enum.IsDefined(tree.Kind))
                yield return $"Tracker:Trees:{i}:Kind is none of {string.Join(", ", Enum.GetNames<TreeKind>())}.";
            if (tree.Kind == TreeKind.Stable && !string.IsNullOrWhiteSpace(tree.Branch))
                yield return $"Tracker:Trees:{i}:Branch '{tree.Branch}' has no meaning for a tree of kind {tree.Kind}, which is read by its tags; leave it out.";
        }
        foreach (var twice in options.Trees.GroupBy(t => t.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            yield return $"Tracker:Trees has the name '{twice.Key}' more than once.";
        if (options.Trees.Count(t => t.Kind == TreeKind.Mainline) > 1)
            yield return "Tracker:Trees has more than one tree of kind Mainline; there is one mainline.";
        if (options.Trees.Count(t => t.Kind == TreeKind.Vulnerabilities) > 1)
            yield return "Tracker:Trees has more than one tree of kind Vulnerabilities; the records of one are read.";
        if (options.Trees.Count > 0 && options.Trees.All(t => Enum.IsDefined(t.Kind) && t.Kind != TreeKind.Mainline))
            yield return "Tracker:Trees has no tree of kind Mainline, which the others stand on; a repository that holds both may be named for both.";
    }
}
