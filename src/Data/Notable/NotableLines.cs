using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using KernelTracker.Data.Model;

namespace KernelTracker.Data.Notable;

/// <summary>How notable changes are kept in <see cref="NotableSheet.Lines"/>.</summary>
internal static class NotableLines
{
    private static readonly JsonSerializerOptions Options = new() { IgnoreReadOnlyProperties = true, Converters = { new ObjectIdConverter() } };

    /// <summary>The changes as kept.</summary>
    public static byte[] Pack(IReadOnlyList<NotableChange> changes)
    {
        using var packed = new MemoryStream();
        using (var compressed = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(compressed, changes, Options);
        return packed.ToArray();
    }

    /// <summary>The changes that were kept.</summary>
    public static IReadOnlyList<NotableChange> Unpack(byte[] packed)
    {
        using var compressed = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<List<NotableChange>>(compressed, Options)!;
    }

    private sealed class ObjectIdConverter : JsonConverter<ObjectId>
    {
        public override ObjectId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ObjectId.Parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, ObjectId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
