using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Sample;

/// <summary>Someone of a story.</summary>
internal sealed record StoryPerson(string Name, string Email, TimeSpan Offset)
{
    /// <summary>The person at a moment, in the offset of that moment.</summary>
    public Stamp At(DateTimeOffset moment) => new(Name, Email, moment);

    public override string ToString() => $"{Name} <{Email}>";
}

/// <summary>A tree that mainline pulls from.</summary>
/// <param name="Url">Where it is; null for patches that come without a tree.</param>
/// <param name="Owner">Who sends its pull requests, as merge messages name them.</param>
/// <param name="Keeper">Who commits to it.</param>
internal sealed record StoryTree(string? Url, string Owner, StoryPerson Keeper);

/// <summary>Turns a story into commits, in the order of its lines. The grammar is described at the head of 1-people.txt.</summary>
internal sealed partial class StoryTeller
{
    private const string Mainline = "master";

    private readonly HistoryBuilder _builder;
    private readonly Dictionary<string, StoryPerson> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoryTree> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ObjectId Tip, string? Tree)> _branches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectId> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectId> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectId, Told> _told = [];
    private readonly SortedDictionary<string, int> _standIns;

    private StoryTeller(HistoryBuilder builder, IReadOnlyList<OutlineNode> story)
    {
        _builder = builder;
        _standIns = Cast.StandInsOf(story);
    }

    private StoryPerson Owner => _people["lin"];

    /// <summary>Writes the history that a story tells.</summary>
    /// <exception cref="FormatException">A line of the story makes no sense; the message names it.</exception>
    public static void Tell(IReadOnlyList<OutlineNode> story, HistoryBuilder builder)
    {
        var teller = new StoryTeller(builder, story);
        foreach (var node in story)
            teller.TellLine(node);
        foreach (var (name, branch) in teller._branches.Where(b => b.Value.Tree is null))
            builder.Reference("refs/heads/" + name, branch.Tip);
    }

    private void TellLine(OutlineNode node)
    {
        switch (node.Word)
        {
            case "person":
                var person = Match(node, PersonLine());
                _people[person["id"]] = new(person["name"], person["email"], OffsetOf(person["offset"]));
                break;
            case "tree":
                var tree = Match(node, TreeLine());
                _trees[tree["id"]] = new(tree["url"].Length == 0 ? null : tree["url"], tree["owner"], Person(node, tree["keeper"]));
                break;
            case "import":
                Import(node);
                break;
            case "branch":
                Branch(node);
                break;
            case "pull":
                Pull(node);
                break;
            case "release":
                Release(node);
                break;
            case "expect" or "stand-in":
                break;
            default:
                foreach (var change in StoryChange.Read(node))
                    _branches[Mainline] = (Change(change, Mainline, change.Moment ?? throw node.Error("a changeset of mainline needs a moment."), Owner), null);
                break;
        }
    }

    /// <summary>"import v3.15 MOMENT [on BRANCH]": a first commit that holds everything the story edits later.</summary>
    private void Import(OutlineNode node)
    {
        var line = Match(node, ReleaseLine());
        var files = FileTree.Empty;
        foreach (var (path, lines) in _standIns)
            files = files.With(path, _builder.Blob(StandIn.Content(path, lines)));
        foreach (var file in node.Children.Where(c => c.Word == "file"))
            files = files.With(file.Rest, _builder.Blob(string.Concat(file.Quoted.Select(l => l + "\n"))));
        Bump(node, line, files, []);
    }

    /// <summary>"release v3.18-rc1 MOMENT [on BRANCH] [untagged]": the commit that changes the version, and its tag.</summary>
    private void Release(OutlineNode node)
    {
        var line = Match(node, ReleaseLine());
        var tip = Tip(node, line["branch"].Length == 0 ? Mainline : line["branch"]);
        Bump(node, line, _builder.FilesOf(tip), [tip]);
    }

    private void Bump(OutlineNode node, Dictionary<string, string> line, FileTree files, IReadOnlyList<ObjectId> parents)
    {
        var branch = line["branch"].Length == 0 ? Mainline : line["branch"];
        var tag = line["tag"];
        var moment = StoryChange.ReadMoment(node, line["moment"]);
        var who = branch == Mainline ? Owner : _trees["stable"].Keeper;
        var makefile = files.Find("Makefile") is { } blob ? _builder.Text(blob).Split('\n')[Cast.VersionLines..] : [""];
        files = files.With("Makefile", _builder.Blob(Cast.MakefileVersion(tag) + string.Join('\n', makefile)));
        var message = new StringBuilder($"Linux {tag[1..]}\n");
        if (node.Quoted.Any())
            message.Append('\n').AppendJoin('\n', node.Quoted).Append('\n');
        var id = Commit(node, files, parents, who.At(moment), who.At(moment), message.ToString());
        _branches[branch] = (id, null);
        if (line["untagged"].Length > 0)
            return;
        _builder.AnnotatedTag(tag, id, who.At(moment.AddMinutes(2)), $"Linux {tag[1..]}\n");
        _tags[tag] = id;
    }

    /// <summary>"branch NAME [from REF] [tree TREE] days FIRST..LAST": commits on a branch; with a tree it is that tree's, else it is published.</summary>
    private void Branch(OutlineNode node)
    {
        var line = Match(node, BranchLine());
        var name = line["name"];
        var from = line["from"].Length > 0 ? Tip(node, line["from"]) : Tip(node, name);
        var tree = line["tree"].Length > 0 ? line["tree"] : null;
        var keeper = Tree(node, tree ?? "stable").Keeper;
        _branches[name] = (Items(node, node.Children, from, name, line["first"], line["last"], keeper), tree);
    }

    /// <summary>"pull TREE tag|branch|local NAME MOMENT; TITLE" with a line "from REF days FIRST..LAST", "| text", and the changesets.</summary>
    private void Pull(OutlineNode node)
    {
        var line = Match(node, PullLine());
        var tree = Tree(node, line["tree"]);
        var from = Match(node.Children.FirstOrDefault(c => c.Word == "from") ?? throw node.Error("a pull needs a line 'from REF days FIRST..LAST'."), FromLine());
        var items = node.Children.Where(c => c.Word != "from" && !c.Text.StartsWith('|')).ToList();
        var tip = Items(node, items, Tip(node, from["from"]), line["tree"], from["first"], from["last"], tree.Keeper);
        _tags[$"{line["tree"]}/{line["ref"]}"] = tip;
        var master = Tip(node, Mainline);
        var moment = StoryChange.ReadMoment(node, line["moment"]);
        var brought = New(tip, master).Where(t => t.Parents.Count < 2).OrderByDescending(t => t.Moment).ToList();
        var message = MergeMessage.Pull(tree, line["kind"], line["ref"], line["title"], [.. node.Quoted], [.. brought.Select(t => t.Subject)]);
        var files = MergeFiles(node, master, tip);
        _branches[Mainline] = (Commit(node, files, [master, tip], Owner.At(moment), Owner.At(moment), message), null);
    }

    private ObjectId Items(OutlineNode node, IReadOnlyList<OutlineNode> items, ObjectId tip, string branch, string first, string last, StoryPerson keeper)
    {
        var steps = items.SelectMany(i => i.Word == "merge" ? [(Merge: i, Change: null)] : StoryChange.Read(i).Select(c => (Merge: (OutlineNode?)null, Change: (StoryChange?)c))).ToList();
        var moments = Cast.Spread(Day(node, first), Day(node, last), steps.Count, keeper.Offset);
        _branches[branch] = (tip, null);
        foreach (var (step, moment) in steps.Zip(moments))
        {
            tip = step.Change is { } change ? Change(change, branch, moment, keeper) : MergeInto(step.Merge!, tip, branch, moment, keeper);
            _branches[branch] = (tip, null);
        }
        // The branch of a tree without a name of its own goes with the merge.
        if (_trees.ContainsKey(branch))
            _branches.Remove(branch);
        return tip;
    }

    private ObjectId Change(StoryChange change, string branch, DateTimeOffset moment, StoryPerson keeper)
    {
        var node = change.Node;
        var parent = Tip(node, branch);
        var author = Person(node, change.Who);
        var files = change.Reverts is { } reverted
            ? Replay(node, parent, from: Labelled(node, reverted), to: Only(Labelled(node, reverted)))
            : change.Upstream is { } upstream && change.Files.Count == 0
                ? Replay(node, parent, from: Only(Labelled(node, upstream)), to: Labelled(node, upstream))
                : change.Files.Aggregate(_builder.FilesOf(parent), (f, step) => Apply(change, f, step));
        var trailers = change.Trailers.Select(t => (t.Key, Value: TrailerValue(node, t.Value)));
        var message = MergeMessage.Change(
            change,
            change.Upstream is { } up ? Labelled(node, up).ToString() : null,
            change.Reverts is { } back ? Labelled(node, back).ToString() : null,
            [("Signed-off-by", author.ToString()), .. trailers, .. author == keeper ? [] : new[] { ("Signed-off-by", keeper.ToString()) }]);
        var written = moment.AddMinutes(-(25 + (StandIn.Hash(change.Subject) % 2600)));
        var id = Commit(node, files, [parent], author.At(written.ToOffset(author.Offset)), keeper.At(moment), message);
        if (change.Label is { } label && !_labels.TryAdd(label, id))
            throw node.Error($"there is a '#{label}' already.");
        return id;
    }

    private ObjectId MergeInto(OutlineNode node, ObjectId tip, string branch, DateTimeOffset moment, StoryPerson keeper)
    {
        var line = Match(node, MergeLine());
        var other = Tip(node, line["from"]);
        var tree = _branches.TryGetValue(line["from"], out var source) && source.Tree is { } name ? Tree(node, name) : null;
        var message = tree is null
            ? line["title"] + "\n"
            : MergeMessage.Nested(tree, line["ref"], branch, line["title"], [.. node.Quoted]);
        return Commit(node, MergeFiles(node, tip, other), [tip, other], keeper.At(moment), keeper.At(moment), message);
    }

    private FileTree MergeFiles(OutlineNode node, ObjectId ours, ObjectId theirs)
    {
        var ancestor = _builder.MergeBase(ours, theirs) ?? throw node.Error("the merged branches have no common ancestor.");
        return Merge(node, _builder.FilesOf(ancestor), _builder.FilesOf(ours), _builder.FilesOf(theirs));
    }

    private FileTree Replay(OutlineNode node, ObjectId onto, ObjectId from, ObjectId to) =>
        Merge(node, _builder.FilesOf(from), _builder.FilesOf(onto), _builder.FilesOf(to));

    private FileTree Merge(OutlineNode node, FileTree ancestor, FileTree ours, FileTree theirs) =>
        FileTree.Merge(ancestor, ours, theirs, (path, before, here, there) =>
            before is { } b && here is { } h && there is { } t && ThreeWay.Join(_builder.Text(b), _builder.Text(h), _builder.Text(t)) is { } joined
                ? _builder.Blob(joined)
                : throw node.Error($"both sides change the same lines of {path}."));

    private FileTree Apply(StoryChange change, FileTree files, FileStep step)
    {
        ObjectId Existing() => files.Find(step.Path) ?? throw change.Node.Error($"there is no file {step.Path} here.");
        switch (step)
        {
            case NewFile file:
                if (files.Find(file.Path) is not null)
                    throw change.Node.Error($"there is a file {step.Path} already.");
                return files.With(file.Path, _builder.Blob(file.Content));
            case AppendToFile append:
                return files.With(append.Path, _builder.Blob(_builder.Text(Existing()) + append.Content));
            case DeleteFile:
                Existing();
                return files.Without(step.Path);
            case MoveFile move:
                return files.With(move.To, Existing()).Without(move.Path);
            case EditFile edit:
                var lines = _builder.Text(Existing()).TrimEnd('\n').Split('\n').ToList();
                if (edit.Removed > lines.Count)
                    throw change.Node.Error($"{step.Path} has only {lines.Count} lines here.");
                var at = StandIn.Hash(change.Subject + step.Path) % (lines.Count - edit.Removed + 1);
                lines.RemoveRange(at, edit.Removed);
                lines.InsertRange(at, Enumerable.Range(1, edit.Added).Select(i => StandIn.MadeUpLine(step.Path, change.Subject, i).TrimEnd('\n')));
                return files.With(step.Path, _builder.Blob(string.Join('\n', lines) + "\n"));
            default:
                throw new InvalidOperationException($"Unknown step {step}.");
        }
    }

    private ObjectId Commit(OutlineNode node, FileTree files, IReadOnlyList<ObjectId> parents, Stamp author, Stamp committer, string message)
    {
        foreach (var parent in parents)
        {
            if (_told[parent].Moment >= committer.Time)
                throw node.Error($"this is committed at {DateTimeOffset.FromUnixTimeSeconds(committer.Time):u}, not after its parent \"{_told[parent].Subject}\".");
        }
        var id = _builder.Commit(new CommitDraft(files, parents, author, committer, Encoding.UTF8.GetBytes(message)));
        _told[id] = new Told(id, parents, message.Split('\n')[0], committer.Time);
        return id;
    }

    /// <summary>What is reachable from one commit and not from the other.</summary>
    private List<Told> New(ObjectId tip, ObjectId except)
    {
        var known = Reach(except, []).Select(t => t.Id).ToHashSet();
        return Reach(tip, known);
    }

    private List<Told> Reach(ObjectId tip, HashSet<ObjectId> known)
    {
        var found = new List<Told>();
        var seen = new HashSet<ObjectId>(known);
        var open = new Stack<ObjectId>([tip]);
        while (open.TryPop(out var id))
        {
            if (!seen.Add(id))
                continue;
            found.Add(_told[id]);
            foreach (var parent in _told[id].Parents)
                open.Push(parent);
        }
        return found;
    }

    private string TrailerValue(OutlineNode node, string value)
    {
        if (value.StartsWith('#'))
            return $"{Labelled(node, value[1..]).Abbreviated} (\"{_told[Labelled(node, value[1..])].Subject}\")";
        return _people.TryGetValue(value, out var person) ? person.ToString() : value;
    }

    private ObjectId Only(ObjectId commit) => _told[commit].Parents.Single();

    private ObjectId Labelled(OutlineNode node, string label) =>
        _labels.TryGetValue(label, out var id) ? id : throw node.Error($"no changeset is labelled '#{label}' so far.");

    private ObjectId Tip(OutlineNode node, string name) =>
        _branches.TryGetValue(name, out var branch) ? branch.Tip
        : _tags.TryGetValue(name, out var tag) ? tag
        : throw node.Error($"there is no branch or tag '{name}' so far.");

    private StoryPerson Person(OutlineNode node, string id) =>
        _people.TryGetValue(id, out var person) ? person : throw node.Error($"there is no person '{id}'.");

    private StoryTree Tree(OutlineNode node, string id) =>
        _trees.TryGetValue(id, out var tree) ? tree : throw node.Error($"there is no tree '{id}'.");

    private static DateOnly Day(OutlineNode node, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw node.Error($"'{text}' is no day such as 2014-10-08.");

    private static TimeSpan OffsetOf(string text) =>
        TimeSpan.FromMinutes((text[0] == '-' ? -1 : 1) * ((int.Parse(text[1..3], CultureInfo.InvariantCulture) * 60) + int.Parse(text[3..5], CultureInfo.InvariantCulture)));

    private static Dictionary<string, string> Match(OutlineNode node, Regex form)
    {
        var match = form.Match(node.Text);
        return match.Success
            ? match.Groups.Values.ToDictionary(g => g.Name, g => g.Value, StringComparer.Ordinal)
            : throw node.Error($"this line has not the form of '{node.Word}'.");
    }

    private sealed record Told(ObjectId Id, IReadOnlyList<ObjectId> Parents, string Subject, long Moment);

    [GeneratedRegex(@"^person (?<id>[a-z]{3}) (?<name>.+) <(?<email>[^>]+)> (?<offset>[+-]\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonLine();

    [GeneratedRegex(@"^tree (?<id>\S+)(?: (?<url>\S+:\S+))? by (?<owner>.+), kept by (?<keeper>[a-z]{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex TreeLine();

    [GeneratedRegex(@"^\w+ (?<tag>v\S+) (?<moment>\S+ \S+ \S+)(?: on (?<branch>\S+))?(?<untagged> untagged)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ReleaseLine();

    [GeneratedRegex(@"^branch (?<name>\S+)(?: from (?<from>\S+))?(?: tree (?<tree>\S+))? days (?<first>\S+)\.\.(?<last>\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex BranchLine();

    [GeneratedRegex(@"^pull (?<tree>\S+) (?<kind>tag|branch|local|head)(?: (?<ref>\S+))? (?<moment>\d{4}-\S+ \S+ [+-]\d{4}); (?<title>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex PullLine();

    [GeneratedRegex(@"^from (?<from>\S+) days (?<first>\S+)\.\.(?<last>\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex FromLine();

    [GeneratedRegex(@"^merge (?<from>\S+)(?: tag (?<ref>\S+))?; (?<title>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex MergeLine();
}
