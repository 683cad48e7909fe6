using System.Globalization;
using System.Text;

namespace KernelTracker.Ingest.Sample;

/// <summary>A name, address and moment as they stand in a commit or tag object. Bytes, because old objects are not all UTF-8.</summary>
/// <param name="Name">The name as bytes.</param>
/// <param name="Email">The address as bytes, without its angle brackets.</param>
/// <param name="Time">Seconds since 1970 UTC.</param>
/// <param name="OffsetMinutes">Offset from UTC in minutes.</param>
internal sealed record Stamp(byte[] Name, byte[] Email, long Time, int OffsetMinutes)
{
    /// <summary>A stamp with a name and address in UTF-8.</summary>
    public Stamp(string name, string email, DateTimeOffset moment)
        : this(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(email), moment.ToUnixTimeSeconds(), (int)moment.TotalOffsetMinutes)
    {
    }

    /// <summary>Appends "Name &lt;address&gt; seconds ±hhmm".</summary>
    public void AppendTo(MemoryStream target)
    {
        target.Write(Name);
        target.Write(" <"u8);
        target.Write(Email);
        var offset = Math.Abs(OffsetMinutes);
        var tail = string.Create(CultureInfo.InvariantCulture, $"> {Time} {(OffsetMinutes < 0 ? '-' : '+')}{offset / 60:00}{offset % 60:00}");
        target.Write(Encoding.ASCII.GetBytes(tail));
    }
}
