using System.Buffers.Binary;

namespace KernelTracker.Data.Model;

/// <summary>A git object name (SHA-1, 20 bytes), compared by value.</summary>
public readonly record struct ObjectId : IComparable<ObjectId>
{
    /// <summary>Bytes in an object name.</summary>
    public const int Size = 20;

    private readonly ulong _high;
    private readonly ulong _middle;
    private readonly uint _low;

    /// <summary>Takes an object name's 20 bytes.</summary>
    /// <exception cref="ArgumentException">Not 20 bytes.</exception>
    public ObjectId(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            throw new ArgumentException("An object name has 20 bytes.", nameof(bytes));
        _high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _middle = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _low = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
    }

    /// <summary>The all-zero name, which names nothing.</summary>
    public bool IsZero => _high == 0 && _middle == 0 && _low == 0;

    /// <summary>Reads 40 hexadecimal digits; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, out ObjectId id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (hex.Length != Size * 2 || Convert.FromHexString(hex, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        id = new ObjectId(bytes);
        return true;
    }

    /// <summary>Reads 40 hexadecimal digits.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static ObjectId Parse(ReadOnlySpan<char> hex) =>
        TryParse(hex, out var id) ? id : throw new FormatException($"'{hex}' is not a git object name.");

    /// <summary>Writes the 20 bytes.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _middle);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[16..], _low);
    }

    /// <summary>The 20 bytes in a new array.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <inheritdoc />
    public override int GetHashCode() => (int)(_high >> 32);

    /// <inheritdoc />
    public int CompareTo(ObjectId other)
    {
        var high = _high.CompareTo(other._high);
        if (high != 0)
            return high;
        var middle = _middle.CompareTo(other._middle);
        return middle != 0 ? middle : _low.CompareTo(other._low);
    }

    /// <summary>Orders by bytes.</summary>
    public static bool operator <(ObjectId left, ObjectId right) => left.CompareTo(right) < 0;

    /// <summary>Orders by bytes.</summary>
    public static bool operator >(ObjectId left, ObjectId right) => left.CompareTo(right) > 0;

    /// <summary>Orders by bytes.</summary>
    public static bool operator <=(ObjectId left, ObjectId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by bytes.</summary>
    public static bool operator >=(ObjectId left, ObjectId right) => left.CompareTo(right) >= 0;

    /// <summary>40 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>The first 12 digits, as the kernel abbreviates (Documentation/process/submitting-patches.rst).</summary>
    public string Abbreviated => ToString()[..12];
}
