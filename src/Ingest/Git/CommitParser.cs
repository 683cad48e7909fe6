using System.Buffers;
using System.Buffers.Text;
using System.Text;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Git;

/// <summary>Reads the bytes of commit objects (format: gitdatamodel, git-commit-tree(1)). Lenient like git itself where a date or a name is odd.</summary>
internal static class CommitParser
{
    /// <summary>How many bytes of a message are kept.</summary>
    public const int MaxMessageBytes = 1 << 20;

    private const int HexLength = ObjectId.Size * 2;

    /// <summary>The last second that .NET's dates reach with any offset; a later date counts as garbled.</summary>
    private static readonly long MaxTime = DateTimeOffset.MaxValue.AddDays(-1).ToUnixTimeSeconds();

    private static readonly int MaxOffset = (int)TimeSpan.FromHours(14).TotalMinutes;

    /// <summary>Reads a whole commit.</summary>
    /// <exception cref="GitFormatException">No tree, or a garbled object name.</exception>
    public static CommitObject Parse(ReadOnlySpan<byte> raw)
    {
        var rest = raw;
        var tree = ReadTree(ref rest);
        var parents = ReadParents(ref rest);

        ReadOnlySpan<byte> author = default, committer = default, encodingName = default;
        while (!rest.IsEmpty && rest[0] != '\n')
        {
            var line = TakeLine(ref rest);
            if (author.IsEmpty && line.StartsWith("author "u8))
                author = line[7..];
            else if (committer.IsEmpty && line.StartsWith("committer "u8))
                committer = line[10..];
            else if (encodingName.IsEmpty && line.StartsWith("encoding "u8))
                encodingName = line[9..];
        }

        var message = rest.IsEmpty ? rest : rest[1..];
        var cut = message.Length > MaxMessageBytes;
        if (cut)
            message = CutAtCharacter(message);

        var guessed = false;
        Encoding? encoding = null;
        if (!encodingName.IsEmpty && !GitText.TryFindEncoding(Encoding.Latin1.GetString(encodingName.Trim((byte)' ')), out encoding))
            guessed = true;

        return new CommitObject(
            tree,
            parents,
            ReadSignature(author, encoding, ref guessed),
            ReadSignature(committer, encoding, ref guessed),
            GitText.Decode(message, encoding, ref guessed),
            guessed,
            cut);
    }

    /// <summary>Reads tree, parents and committer date only.</summary>
    /// <exception cref="GitFormatException">No tree, or a garbled object name.</exception>
    public static CommitHeader ParseHeader(ReadOnlySpan<byte> raw)
    {
        var rest = raw;
        var tree = ReadTree(ref rest);
        var parents = ReadParents(ref rest);
        while (!rest.IsEmpty && rest[0] != '\n')
        {
            var line = TakeLine(ref rest);
            if (line.StartsWith("committer "u8))
                return new CommitHeader(tree, parents, ReadDate(line, out _));
        }

        return new CommitHeader(tree, parents, 0);
    }

    private static ObjectId ReadTree(ref ReadOnlySpan<byte> rest) =>
        rest.StartsWith("tree "u8)
            ? ReadId(ref rest, 5)
            : throw new GitFormatException("A commit does not begin with its tree.");

    private static ObjectId[] ReadParents(ref ReadOnlySpan<byte> rest)
    {
        const int Length = 7 + HexLength + 1;
        var count = 0;
        for (var ahead = rest; ahead.StartsWith("parent "u8); ahead = ahead[Math.Min(Length, ahead.Length)..])
            count++;
        if (count == 0)
            return [];
        var parents = new ObjectId[count];
        for (var i = 0; i < count; i++)
            parents[i] = ReadId(ref rest, 7);
        return parents;
    }

    private static ObjectId ReadId(ref ReadOnlySpan<byte> rest, int start)
    {
        Span<byte> bytes = stackalloc byte[ObjectId.Size];
        if (rest.Length <= start + HexLength
            || rest[start + HexLength] != '\n'
            || Convert.FromHexString(rest.Slice(start, HexLength), bytes, out _, out _) != OperationStatus.Done)
            throw new GitFormatException("A commit names its tree or a parent by something that is not an object name.");
        rest = rest[(start + HexLength + 1)..];
        return new ObjectId(bytes);
    }

    private static ReadOnlySpan<byte> TakeLine(scoped ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return line;
    }

    private static GitSignature ReadSignature(ReadOnlySpan<byte> line, Encoding? encoding, ref bool guessed)
    {
        var time = ReadDate(line, out var offset);
        var open = line.IndexOf((byte)'<');
        var name = open < 0 ? line : line[..open];
        var email = open < 0 ? default : line[(open + 1)..];
        var close = email.IndexOf((byte)'>');
        if (close >= 0)
            email = email[..close];
        return new GitSignature(
            GitText.Decode(name.Trim(" \t\r"u8), encoding, ref guessed),
            GitText.Decode(email.Trim(" \t\r"u8), encoding, ref guessed),
            time,
            offset);
    }

    /// <summary>The date behind the line's last '&gt;', which is the address's even when that holds another.</summary>
    private static long ReadDate(ReadOnlySpan<byte> line, out int offset)
    {
        offset = 0;
        var close = line.LastIndexOf((byte)'>');
        if (close < 0)
            return 0;
        var date = line[(close + 1)..].TrimStart((byte)' ');
        if (date.IsEmpty || !char.IsAsciiDigit((char)date[0])
            || !Utf8Parser.TryParse(date, out long time, out var used) || time > MaxTime)
            return 0;
        date = date[used..].TrimStart((byte)' ');
        if (date.Length >= 5 && date[0] is (byte)'+' or (byte)'-' && Utf8Parser.TryParse(date, out int zone, out _))
        {
            var minutes = Math.Abs((long)zone) / 100 * 60 + Math.Abs((long)zone) % 100;
            if (minutes <= MaxOffset)
                offset = (int)(zone < 0 ? -minutes : minutes);
        }

        return time;
    }

    private static ReadOnlySpan<byte> CutAtCharacter(ReadOnlySpan<byte> message)
    {
        var end = MaxMessageBytes;
        for (var back = 0; back < 3 && (message[end] & 0xC0) == 0x80; back++)
            end--;
        return message[..end];
    }
}
