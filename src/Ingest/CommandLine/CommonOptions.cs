using System.CommandLine;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace KernelTracker.Ingest.CommandLine;

/// <summary>Options that verbs share, and the configuration they amend.</summary>
internal sealed class CommonOptions
{
    /// <summary>What may stand before a name, and what it says the tree is.</summary>
    private static readonly (string Prefix, TreeKind Kind)[] Prefixes =
        [("stable:", TreeKind.Stable), ("review:", TreeKind.StableReview), ("cve:", TreeKind.Vulnerabilities)];

    private readonly Option<string?> _database = new("--database") { Description = "The database file.", HelpName = "FILE" };

    private readonly Option<string[]> _trees = new("--tree")
    {
        Description = "A tree to read: a folder or a URL, by default its branch master. Several may be given; stable:NAME=PATH is a stable tree, review:NAME=PATH one of updates in review, cve:NAME=PATH the kernel's vulnerability records. Takes the place of the configured trees.",
        HelpName = "NAME=PATH[#BRANCH]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Adds the options to a verb.</summary>
    public CommonOptions AddTo(Command command)
    {
        command.Options.Add(_database);
        command.Options.Add(_trees);
        return this;
    }

    /// <summary>appsettings.json, environment (Tracker__…) and command line, checked.</summary>
    /// <exception cref="OptionsValidationException">The configuration has faults; all are named.</exception>
    /// <exception cref="UsageException">A --tree is not of the form NAME=PATH.</exception>
    public TrackerOptions Read(ParseResult parsed)
    {
        var options = new TrackerOptions();
        Configuration().GetSection(TrackerOptions.Section).Bind(options);
        if (parsed.GetValue(_database) is { } database)
            options.Database = database;
        if (parsed.GetValue(_trees) is { Length: > 0 } trees)
        {
            options.Trees.Clear();
            foreach (var tree in trees)
                options.Trees.Add(Tree(tree));
        }
        var checkedOptions = new TrackerOptionsValidator().Validate(null, options);
        return checkedOptions.Failed
            ? throw new OptionsValidationException(TrackerOptions.Section, typeof(TrackerOptions), checkedOptions.Failures)
            : options;
    }

    /// <summary>The configuration without the command line.</summary>
    public static IConfigurationRoot Configuration() =>
        new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();

    private static TreeOptions Tree(string text)
    {
        var (prefix, kind) = Prefixes.Where(p => text.StartsWith(p.Prefix, StringComparison.Ordinal)).FirstOrDefault(("", TreeKind.Mainline));
        var rest = text[prefix.Length..];
        if (rest.IndexOf('=', StringComparison.Ordinal) is var equals && equals < 1)
            throw new UsageException($"--tree {text}: write NAME=PATH, for instance --tree mainline=/srv/git/linux.git");
        var place = rest[(equals + 1)..];
        string? branch = null;
        // A folder whose name holds a '#' wins over a branch.
        if (place.LastIndexOf('#') is var hash && hash > 0 && !Directory.Exists(place))
            (place, branch) = (place[..hash], place[(hash + 1)..]);
        var isUrl = place.Contains("://", StringComparison.Ordinal);
        return new TreeOptions
        {
            Name = rest[..equals],
            Kind = kind,
            Url = isUrl ? place : null,
            Path = isUrl ? null : place,
            Branch = branch,
        };
    }
}
