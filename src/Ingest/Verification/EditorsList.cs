using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace KernelTracker.Ingest.Verification;

/// <summary>A device that an editor named as newly supported.</summary>
/// <param name="Release">The release, with "v".</param>
/// <param name="Heading">The editor's heading.</param>
/// <param name="Device">What the editor wrote.</param>
internal sealed record EditorsDevice(string Release, string Heading, string Device);

/// <summary>Reads lists of newly supported hardware that editors published: CSV with the columns release, published, category, device.</summary>
internal static class EditorsList
{
    /// <summary>The devices in the order of the file.</summary>
    /// <exception cref="InvalidDataException">A line is not of that form; the message says which.</exception>
    public static IReadOnlyList<EditorsDevice> Read(TextReader text)
    {
        using var parser = new TextFieldParser(text) { TextFieldType = FieldType.Delimited, Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var devices = new List<EditorsDevice>();
        try
        {
            for (var line = parser.LineNumber; parser.ReadFields() is { } fields; line = parser.LineNumber)
            {
                if (fields.Length != 4)
                    throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Line {line} has {fields.Length} fields; release, published, category and device are expected."));
                if (fields[0] != "release")
                    devices.Add(new EditorsDevice("v" + fields[0].TrimStart('v'), fields[2], fields[3]));
            }
        }
        catch (MalformedLineException e)
        {
            throw new InvalidDataException($"Line {e.LineNumber} is not CSV: {e.Message}", e);
        }
        return devices;
    }
}
