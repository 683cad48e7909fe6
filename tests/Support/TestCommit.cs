using System.Globalization;
using System.Text;
using KernelTracker.Data.Model;
using KernelTracker.Ingest.Sample;

namespace KernelTracker.Tests.Support;

/// <summary>The parts of a commit that a test sets; what it does not set comes from <see cref="TestHistory"/>.</summary>
public sealed class TestCommit
{
    private readonly HistoryBuilder _builder;
    private FileTree _files;
    private Stamp _author;
    private Stamp _committer;
    private byte[] _message;
    private string? _encoding;

    internal TestCommit(HistoryBuilder builder, FileTree files, (string Name, string Email) person, DateTimeOffset moment, string message)
    {
        _builder = builder;
        _files = files;
        _author = _committer = new Stamp(person.Name, person.Email, moment);
        _message = Encoding.UTF8.GetBytes(message + "\n");
    }

    /// <summary>Sets the author; dates stay.</summary>
    public TestCommit Author(string name, string email)
    {
        _author = _author with { Name = Encoding.UTF8.GetBytes(name), Email = Encoding.UTF8.GetBytes(email) };
        return this;
    }

    /// <summary>Sets the author's name and address as raw bytes.</summary>
    public TestCommit Author(byte[] name, byte[] email)
    {
        _author = _author with { Name = name, Email = email };
        return this;
    }

    /// <summary>Sets the committer; dates stay.</summary>
    public TestCommit Committer(string name, string email)
    {
        _committer = _committer with { Name = Encoding.UTF8.GetBytes(name), Email = Encoding.UTF8.GetBytes(email) };
        return this;
    }

    /// <summary>Sets both dates.</summary>
    public TestCommit At(string moment) => AuthoredAt(moment).CommittedAt(moment);

    /// <summary>Sets the author date.</summary>
    public TestCommit AuthoredAt(string moment)
    {
        _author = WithTime(_author, moment);
        return this;
    }

    /// <summary>Sets the committer date.</summary>
    public TestCommit CommittedAt(string moment)
    {
        _committer = WithTime(_committer, moment);
        return this;
    }

    /// <summary>Sets both dates as raw seconds since 1970 UTC and offset in minutes.</summary>
    public TestCommit AtSeconds(long seconds, int offsetMinutes)
    {
        _author = _author with { Time = seconds, OffsetMinutes = offsetMinutes };
        _committer = _committer with { Time = seconds, OffsetMinutes = offsetMinutes };
        return this;
    }

    /// <summary>Replaces the message by raw bytes, as they shall stand in the object.</summary>
    public TestCommit Message(byte[] message, string? encoding = null)
    {
        _message = message;
        _encoding = encoding;
        return this;
    }

    /// <summary>Adds or replaces a file.</summary>
    public TestCommit File(string path, string content) => File(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Adds or replaces a file; <paramref name="mode"/> is git's, in octal digits ("100755", "120000").</summary>
    public TestCommit File(string path, byte[] content, string mode = "100644")
    {
        _files = _files.With(path, _builder.Blob(content), Convert.ToInt32(mode, 8));
        return this;
    }

    /// <summary>Adds a submodule entry.</summary>
    public TestCommit Submodule(string path, ObjectId commit)
    {
        _files = _files.With(path, commit, Convert.ToInt32("160000", 8));
        return this;
    }

    /// <summary>Deletes a file.</summary>
    public TestCommit Delete(string path)
    {
        _files = _files.Without(path);
        return this;
    }

    /// <summary>Moves a file, its content unchanged.</summary>
    public TestCommit Rename(string from, string to)
    {
        var blob = _files.Find(from) ?? throw new InvalidOperationException($"There is no file '{from}' to move.");
        _files = _files.Without(from).With(to, blob);
        return this;
    }

    internal CommitDraft ToDraft(IReadOnlyList<ObjectId> parents) =>
        new(_files, parents, _author, _committer, _message, _encoding);

    private static Stamp WithTime(Stamp stamp, string moment)
    {
        var parsed = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return stamp with { Time = parsed.ToUnixTimeSeconds(), OffsetMinutes = (int)parsed.TotalOffsetMinutes };
    }
}
