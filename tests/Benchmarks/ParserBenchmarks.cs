using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using KernelTracker.Ingest.Kernel;
using KernelTracker.Ingest.Kernel.Sources;

namespace KernelTracker.Benchmarks;

/// <summary>The parsers that reading hardware spends its time in, on invented texts of usual size.</summary>
[MemoryDiagnoser]
public class ParserBenchmarks
{
    private string _driver = "";
    private string _kconfig = "";

    /// <summary>Makes a driver of 2,500 lines with a table of 60 ids, and a Kconfig file of 150 symbols.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var driver = new StringBuilder("/* widget.c: driver for the Acme Widget */\n#include <linux/pci.h>\n#define WIDGET(d) { PCI_DEVICE(0x1234, d) }\n");
        for (var i = 0; i < 240; i++)
            driver.Append(CultureInfo.InvariantCulture, $"static int widget_get_{i}(struct widget *w, u32 *value)\n{{\n\tint ret;\n\t/* the register may be busy */\n\tret = widget_read(w, WIDGET_REG({i}), value);\n\tif (ret < 0)\n\t\tdev_err(w->dev, \"cannot read %d\\n\", ret);\n\treturn ret;\n}}\n\n");
        driver.Append("static struct pci_device_id ids[] = {\n");
        for (var i = 0; i < 60; i++)
            driver.Append(CultureInfo.InvariantCulture, $"\tWIDGET(0x{i:x4}), /* Widget {i} */\n");
        _driver = driver.Append("\t{ }\n};\nMODULE_DEVICE_TABLE(pci, ids);\nMODULE_DESCRIPTION(\"Acme Widget driver\");\n").ToString();

        var kconfig = new StringBuilder("menu \"Widgets\"\n\tdepends on PCI\n");
        for (var i = 0; i < 150; i++)
            kconfig.Append(CultureInfo.InvariantCulture, $"config WIDGET_{i}\n\ttristate \"Acme Widget {i}\"\n\tdepends on NET && !UML\n\tselect CRC32\n\thelp\n\t  Support for the Acme Widget {i}.\n\n\t  If unsure, say N.\n\n");
        _kconfig = kconfig.Append("endmenu\n").ToString();
    }

    /// <summary>Ids, description and title of a driver.</summary>
    [Benchmark]
    public int Driver() => SourceFacts.Read("drivers/net/widget.c", _driver, NoHeaders.Instance).Ids.Count;

    /// <summary>The symbols of a Kconfig file.</summary>
    [Benchmark]
    public int Kconfig() => KconfigFile.Parse(_kconfig).Entries.Count;
}
