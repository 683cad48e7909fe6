using KernelTracker.Data.Model;
using KernelTracker.Ingest.Sample;

namespace KernelTracker.Tests.Support;

/// <summary>
/// Writes a small git history for a test, in a temporary folder that goes with it:
/// <c>TestHistory.Create().Commit("Linux 2.6.12").Tag("v2.6.12").Branch("net").Commit("net: x", c => c.File("net/x.c", "1\n")).Switch("master").Merge("net")</c>.
/// Dates rise by an hour per commit from 2005-04-16 unless given. Equal calls give equal ids.
/// </summary>
public sealed class TestHistory : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HistoryBuilder _builder;
    private readonly Dictionary<string, ObjectId> _branches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectId> _named = new(StringComparer.Ordinal);
    private DateTimeOffset _clock = new(2005, 4, 16, 15, 20, 36, TimeSpan.FromHours(-7));

    private TestHistory(string branch)
    {
        Path = System.IO.Path.Combine(_folder.Path, "repo.git");
        _builder = new HistoryBuilder(Path, branch);
        CurrentBranch = branch;
    }

    /// <summary>The bare repository.</summary>
    public string Path { get; }

    /// <summary>The branch that the next commit goes to.</summary>
    public string CurrentBranch { get; private set; }

    /// <summary>The newest commit of the current branch.</summary>
    public ObjectId Head => _branches[CurrentBranch];

    /// <summary>The author and committer of commits that name none.</summary>
    public (string Name, string Email) DefaultPerson { get; set; } = ("Linus Torvalds", "torvalds@linux-foundation.org");

    /// <summary>An empty history whose current branch is unborn.</summary>
    public static TestHistory Create(string branch = "master") => new(branch);

    /// <summary>The commit that a branch, a tag, or the <see cref="As"/> name of a commit stands for.</summary>
    public ObjectId Id(string name) =>
        _named.TryGetValue(name, out var named) ? named : _branches[name];

    /// <summary>Moves the clock: the next commit is dated so, if it gives no date itself.</summary>
    public TestHistory At(DateTimeOffset moment)
    {
        _clock = moment;
        return this;
    }

    /// <summary>Moves the clock, from "2014-10-08 13:41 +0200" or any form <see cref="DateTimeOffset"/> parses.</summary>
    public TestHistory At(string moment) =>
        At(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal));

    /// <summary>Makes a branch at the current commit (or at <paramref name="from"/>) and goes to it.</summary>
    public TestHistory Branch(string name, string? from = null)
    {
        var start = from is null ? Head : Id(from);
        CurrentBranch = name;
        SetBranch(start);
        return this;
    }

    /// <summary>Goes to a branch; one that does not exist yet is unborn, its first commit a root.</summary>
    public TestHistory Switch(string branch)
    {
        CurrentBranch = branch;
        return this;
    }

    /// <summary>Moves the current branch to another commit, as a rewrite would.</summary>
    public TestHistory Reset(string to)
    {
        SetBranch(Id(to));
        return this;
    }

    /// <summary>A commit on the current branch; without <paramref name="build"/> it adds one file named after its number.</summary>
    public TestHistory Commit(string message, Action<TestCommit>? build = null)
    {
        var hasParent = _branches.TryGetValue(CurrentBranch, out var parent);
        return Write(message, hasParent ? [parent] : [], build, addFile: build is null);
    }

    /// <summary>Several commits "prefix 1" to "prefix n" on the current branch.</summary>
    public TestHistory Commits(int count, string prefix)
    {
        for (var i = 1; i <= count; i++)
            Commit($"{prefix} {i}");
        return this;
    }

    /// <summary>Merges a branch, tag or named commit into the current branch; files of both sides are kept, the merged side wins.</summary>
    public TestHistory Merge(string from, string? message = null, Action<TestCommit>? build = null) =>
        Merge([from], message ?? $"Merge branch '{from}'", build);

    /// <summary>Merges any number of branches at once.</summary>
    public TestHistory Merge(IReadOnlyList<string> from, string message, Action<TestCommit>? build = null) =>
        Write(message, [Head, .. from.Select(Id)], build, addFile: false);

    /// <summary>Moves the current branch forward to another one's commit.</summary>
    public TestHistory FastForward(string to) => Reset(to);

    /// <summary>Names the newest commit, for <see cref="Id"/>.</summary>
    public TestHistory As(string name)
    {
        _named[name] = Head;
        return this;
    }

    /// <summary>An annotated tag on the newest commit (or on <paramref name="on"/>), dated as the clock stands; moves an existing one.</summary>
    public TestHistory Tag(string name, string? on = null)
    {
        var target = on is null ? Head : Id(on);
        _builder.AnnotatedTag(name, target, new Stamp(DefaultPerson.Name, DefaultPerson.Email, _clock), name + "\n");
        _named[name] = target;
        return this;
    }

    /// <summary>A lightweight tag on the newest commit (or on <paramref name="on"/>).</summary>
    public TestHistory LightTag(string name, string? on = null)
    {
        var target = on is null ? Head : Id(on);
        _builder.Reference("refs/tags/" + name, target);
        _named[name] = target;
        return this;
    }

    /// <summary>Removes a tag.</summary>
    public TestHistory RemoveTag(string name)
    {
        _builder.RemoveReference("refs/tags/" + name);
        _named.Remove(name);
        return this;
    }

    /// <summary>Removes a branch's reference (its commits stay).</summary>
    public TestHistory RemoveBranch(string name)
    {
        _builder.RemoveReference("refs/heads/" + name);
        _branches.Remove(name);
        return this;
    }

    /// <summary>Points any reference, by its full name, at a commit known by <see cref="Id"/>.</summary>
    public TestHistory Reference(string fullName, string to)
    {
        _builder.Reference(fullName, Id(to));
        return this;
    }

    /// <summary>Runs the git program in the repository and returns its output without the last line end.</summary>
    public string Git(params string[] arguments) => GitProgram.Run(Path, arguments);

    /// <inheritdoc />
    public void Dispose()
    {
        _builder.Dispose();
        _folder.Dispose();
    }

    private TestHistory Write(string message, IReadOnlyList<ObjectId> parents, Action<TestCommit>? build, bool addFile)
    {
        var files = parents.Count == 0 ? FileTree.Empty : _builder.FilesOf(parents[0]);
        foreach (var other in parents.Skip(1))
            files = FileTree.Union(files, _builder.FilesOf(other));
        var commit = new TestCommit(_builder, files, DefaultPerson, _clock, message);
        if (addFile)
            commit.File($"file{_clock.ToUnixTimeSeconds()}.c", message + "\n");
        build?.Invoke(commit);
        SetBranch(_builder.Commit(commit.ToDraft(parents)));
        _clock = _clock.AddHours(1);
        return this;
    }

    private void SetBranch(ObjectId target)
    {
        _branches[CurrentBranch] = target;
        _builder.Reference("refs/heads/" + CurrentBranch, target);
    }
}
