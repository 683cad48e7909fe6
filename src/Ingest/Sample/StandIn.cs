using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KernelTracker.Ingest.Sample;

/// <summary>
/// Makes up the content of files: enough for their names, options, device ids and line counts to be found by the same means
/// as in a kernel, and nothing of a kernel's own text.
/// </summary>
internal static partial class StandIn
{
    /// <summary>A number that depends on the text alone (FNV-1a).</summary>
    public static int Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ b) * 16777619u;
        return (int)(hash >> 1);
    }

    /// <summary>The content of a file that is there from the start.</summary>
    public static string Content(string path, int lines)
    {
        var text = new StringBuilder();
        for (var i = 1; i <= lines; i++)
            text.Append(MadeUpLine(path, "import", i));
        return text.ToString();
    }

    /// <summary>A line that no other file and no other changeset has.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What brings the line in.</param>
    /// <param name="number">Number of the line among those of <paramref name="source"/>.</param>
    public static string MadeUpLine(string path, string source, int number)
    {
        var stem = NotWord().Replace(Path.GetFileNameWithoutExtension(path), "_");
        var mark = (uint)Hash($"{path} {source}") % 100_000;
        return Path.GetExtension(path) is ".c" or ".h"
            ? string.Create(CultureInfo.InvariantCulture, $"SAMPLE({stem}, {mark}, {number});\n")
            : string.Create(CultureInfo.InvariantCulture, $"# {stem}: sample line {mark}.{number}\n");
    }

    /// <summary>"option Kconfig SYMBOL Prompt": an entry of a Kconfig file.</summary>
    public static AppendToFile Option(OutlineNode node)
    {
        if (node.Rest.Split(' ', 3) is not [var path, var symbol, var prompt])
            throw node.Error("an option is 'option PATH SYMBOL Prompt'.");
        return new AppendToFile(path, KconfigEntry(node, symbol, "bool", prompt));
    }

    /// <summary>
    /// "driver PATH SYMBOL Prompt" with lines "of|usb|pci|acpi|i2c|spi ID", "depends SYMBOL", "help text", "binding PATH", "lines N" below:
    /// a driver file with its tables of ids, its Kconfig entry, its line of the Makefile, and its binding document.
    /// </summary>
    public static IEnumerable<FileStep> Driver(OutlineNode node)
    {
        if (node.Rest.Split(' ', 3) is not [var path, var symbol, var prompt])
            throw node.Error("a driver is 'driver PATH SYMBOL Prompt'.");
        var folder = path[..path.LastIndexOf('/')];
        var name = Path.GetFileNameWithoutExtension(path);
        yield return new NewFile(path, Source(node, path, prompt));
        yield return new AppendToFile(folder + "/Kconfig", KconfigEntry(node, symbol, "tristate", prompt));
        yield return new AppendToFile(folder + "/Makefile", $"obj-$(CONFIG_{symbol})\t+= {name}.o\n");
        var compatibles = Values(node, "of").ToList();
        foreach (var binding in Values(node, "binding"))
        {
            yield return new NewFile(
                "Documentation/devicetree/bindings/" + binding,
                $"{prompt}\n\nRequired properties:\n- compatible: {string.Join(" or ", compatibles.Select(c => $"\"{c}\""))}\n- reg: where its registers are\n");
        }
    }

    private static string Source(OutlineNode node, string path, string prompt)
    {
        var text = new StringBuilder();
        text.Append("/*\n * ").Append(prompt).Append("\n *\n * Invented for the sample history of the Kernel Tracker.\n */\n\n");
        Table(text, "of", "of_device_id", Values(node, "of"), v => $"{{ .compatible = \"{v}\" }}");
        Table(text, "usb", "usb_device_id", Values(node, "usb"), v => $"{{ USB_DEVICE({Hex(v, 0)}, {Hex(v, 1)}) }}");
        Table(text, "pci", "pci_device_id", Values(node, "pci"), v => $"{{ PCI_DEVICE({Hex(v, 0)}, {Hex(v, 1)}) }}");
        Table(text, "acpi", "acpi_device_id", Values(node, "acpi"), v => $"{{ \"{v}\", 0 }}");
        Table(text, "i2c", "i2c_device_id", Values(node, "i2c"), v => $"{{ \"{v}\", 0 }}");
        Table(text, "spi", "spi_device_id", Values(node, "spi"), v => $"{{ \"{v}\", 0 }}");
        var lines = Values(node, "lines").Select(v => int.Parse(v, CultureInfo.InvariantCulture)).DefaultIfEmpty(60 + (Hash(path) % 180)).First();
        text.Append(Content(path, lines)).Append('\n');
        text.Append("MODULE_DESCRIPTION(\"").Append(prompt).Append("\");\nMODULE_LICENSE(\"GPL\");\n");
        return text.ToString();
    }

    private static void Table(StringBuilder text, string kind, string type, IEnumerable<string> ids, Func<string, string> entry)
    {
        var entries = ids.Select(entry).ToList();
        if (entries.Count == 0)
            return;
        text.Append("static const struct ").Append(type).Append(" sample_").Append(kind).Append("_ids[] = {\n");
        foreach (var line in entries)
            text.Append('\t').Append(line).Append(",\n");
        text.Append("\t{ }\n};\nMODULE_DEVICE_TABLE(").Append(kind).Append(", sample_").Append(kind).Append("_ids);\n\n");
    }

    private static string KconfigEntry(OutlineNode node, string symbol, string type, string prompt)
    {
        var text = new StringBuilder();
        text.Append("\nconfig ").Append(symbol).Append("\n\t").Append(type).Append(" \"").Append(prompt).Append("\"\n");
        foreach (var depends in Values(node, "depends"))
            text.Append("\tdepends on ").Append(depends).Append('\n');
        foreach (var value in Values(node, "default"))
            text.Append("\tdefault ").Append(value).Append('\n');
        text.Append("\thelp\n");
        foreach (var line in Values(node, "help").DefaultIfEmpty($"Say Y here for: {prompt}."))
            text.Append("\t  ").Append(line).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Values(OutlineNode node, string word) =>
        node.Children.Where(c => c.Word == word).Select(c => c.Rest);

    private static string Hex(string pair, int index) => "0x" + pair.Split(':')[index];

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotWord();
}
