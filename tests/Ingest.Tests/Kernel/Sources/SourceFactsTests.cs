using FsCheck.Xunit;
using KernelTracker.Ingest.Kernel.Sources;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel.Sources;

public sealed class SourceFactsTests
{
    [Theory]
    [InlineData("arch/arm/a.c", "MACHINE_START(OMAP3_BEAGLE, \"OMAP3 Beagle Board\")\n.boot = x,\nMACHINE_END", "OMAP3_BEAGLE=OMAP3 Beagle Board")]
    [InlineData("arch/arm/a.c", "DT_MACHINE_START(FOO_DT, \"Foo (Device Tree)\") MACHINE_END", "FOO_DT=Foo (Device Tree)")]
    [InlineData("arch/powerpc/a.c", "define_machine(mpc837x_mds) {\n.name = \"MPC837x MDS\",\n.probe = p,\n};", "mpc837x_mds=MPC837x MDS")]
    [InlineData("arch/sh/a.c", "static struct sh_machine_vector mv_titan __initmv = { .mv_name = \"Titan\", };", "Titan=Titan")]
    [InlineData("arch/mips/a.c", "const char *get_system_type(void)\n{ switch (t) { case 1: return \"MIPS Atlas\"; default: return \"MIPS Malta\"; } }", "MIPS Atlas=MIPS Atlas;MIPS Malta=MIPS Malta")]
    [InlineData("arch/mips/a.c", "MIPS_MACHINE(ATH79_PB44, \"PB44\", \"Atheros PB44\", setup);", "ATH79_PB44=Atheros PB44")]
    [InlineData("arch/blackfin/a.c", "const char bfin_board_name[] = \"ADI BF548-EZKIT\";", "ADI BF548-EZKIT=ADI BF548-EZKIT")]
    [InlineData("arch/arm/boot/dts/a.dts", "/dts-v1/;\n/ {\n model = \"TI AM335x EVM\";\n compatible = \"ti,am335x-evm\", \"ti,am33xx\";\n soc { model = \"x\"; compatible = \"y\"; };\n};", "ti,am335x-evm=TI AM335x EVM")]
    public void Machines(string path, string source, string expected) =>
        Assert.Equal(expected, string.Join(";", Read(path, source).Machines.Select(m => $"{m.Key}={m.Name}")));

    [Theory]
    [InlineData("MODULE_DESCRIPTION(\"Foo \" \"driver\");", "Foo driver")]
    [InlineData("#define DRIVER_DESC \"Foo driver\"\nMODULE_DESCRIPTION (DRIVER_DESC);", "Foo driver")]
    [InlineData("#define V \"1\"\n#define D \"Foo driver \" V\nMODULE_DESCRIPTION(D);", "Foo driver 1")]
    [InlineData("MODULE_DESCRIPTION(unknown);", null)]
    public void Descriptions(string source, string? expected) => Assert.Equal(expected, Read("drivers/a.c", source).Descriptions.SingleOrDefault());

    [Theory]
    [InlineData("/*\n * Driver for the Foo Bar 123 chip.\n *\n * Copyright (C) 2009 A. Person\n */\nint x;", "Driver for the Foo Bar 123 chip")]
    [InlineData("/*\n * drivers/net/foo.c - Foo Bar network driver\n */", "Foo Bar network driver")]
    [InlineData("/* foo.c: Foo Bar network driver. It is new. */", "Foo Bar network driver")]
    [InlineData("// SPDX-License-Identifier: GPL-2.0\n/*\n * Copyright 2009\n *\n * Foo Bar network\n * driver with two lines\n */", "Foo Bar network driver with two lines")]
    [InlineData("/*\n * Copyright 2009 Somebody\n * This program is free software\n */", null)]
    [InlineData("int x; /* Driver for the Foo Bar 123 chip. */", null)]
    [InlineData("/*\n * Acme Technology Inc. XSPT-GIGA board support\n *\n * Copyright (C) A\n */", "Acme Technology Inc. XSPT-GIGA board support")]
    public void Titles(string source, string? expected) => Assert.Equal(expected, Read("drivers/net/foo.c", source).Title);

    [Theory]
    [InlineData("""
        * Foo controller
        Required properties:
        - compatible : should be "vendor,foo" or
          "vendor,bar". Also "fsl,<chip>-x".
        - reg : the "other,thing"
        Example:
          foo@1 {
            compatible = "vendor,example";
          };
        """, "vendor,foo vendor,bar vendor,example")]
    [InlineData("nothing here, \"a,b\"", "")]
    public void Binding_texts(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read("Documentation/devicetree/bindings/a.txt", text).Ids.Select(i => i.Match.Name)));

    [Fact]
    public void Binding_schemas()
    {
        var facts = Read("Documentation/devicetree/bindings/a.yaml", """
            title: Foo controller
            properties:
              compatible:
                oneOf:
                  - const: vendor,one
                  - items:
                      - enum: [vendor,two, vendor,three]
                      - const: "vendor,four" # old
              reg:
                const: vendor,notthis
            """);

        Assert.Equal(["vendor,one", "vendor,two", "vendor,three", "vendor,four"], facts.Ids.Select(i => i.Match.Name));
        Assert.Equal("Foo controller", facts.Title);
    }

    [Theory]
    [InlineData("struct pci_device_id t[] = {")]
    [InlineData("struct pci_device_id t[] = { { PCI_DEVICE(")]
    [InlineData("struct pci_device_id t[] = { }; #define")]
    [InlineData("#define A A\nstruct pci_device_id t[] = { A, { A, A } };")]
    [InlineData("#define A(x) A(x) A(x)\nstruct pci_device_id t[] = { A(1), { PCI_DEVICE(A(1), A(A(1))) } };")]
    [InlineData("/* unterminated\nstruct pci_device_id")]
    [InlineData("MODULE_DESCRIPTION(\"unterminated")]
    [InlineData("MODULE_DESCRIPTION(")]
    [InlineData("#if 0\n")]
    [InlineData("#else\n#endif\n#endif\n")]
    [InlineData("struct usb_device_id t[] = { [ }")]
    [InlineData("struct of_device_id t[] = { { .compatible = { } , . = , .a } }")]
    [InlineData("enum {")]
    [InlineData("define_machine(")]
    [InlineData("\0\0struct\0pci_device_id t[] = { { PCI_DEVICE(1, 2) } };")]
    public void Broken_sources_are_read(string source)
    {
        foreach (var path in Paths)
            Assert.NotNull(Read(path, source));
    }

    [Property(MaxTest = 300)]
    public void No_text_is_too_strange(string?[] parts)
    {
        string[] words = ["struct pci_device_id t[] = {", "{", "}", "PCI_DEVICE(", ")", ",", "\"", "'", "/*", "*/", "#define A(x) ", "##", "A(", "\n", "\\\n", ".vendor", "=", "0x1", "compatible:", "- "];
        var text = string.Concat(parts.Select((p, i) => words[(p?.Length ?? 0) % words.Length] + p));
        foreach (var path in Paths)
            Read(path, text);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("(")]
    [InlineData("MODULE_DESCRIPTION(")]
    [InlineData("struct pci_device_id t[] = { {")]
    [InlineData("define_machine(x) {")]
    [InlineData("#if 1\n")]
    [InlineData("\"a,b\" ")]
    [InlineData("/*")]
    [InlineData("get_system_type(void) {")]
    public void Long_sources_take_time_in_proportion(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 2_000_000 / part.Length));
        foreach (var path in Paths)
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            Read(path, text);
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds < 20, $"{path}: {part}");
        }
    }

    /// <summary>Found by fuzzing: each level makes strings of strings; unchecked, these 204 bytes took 8 GB.</summary>
    [Fact]
    public void A_macro_that_makes_strings_of_its_own_strings_ends_soon()
    {
        var source = System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(
            "TUFDSElhdE5FX1NlID0gIldJREcgTCdiJyAweDEwLApORApkZWZcbmVfbWFjaGluZSh3KSB7IC5uYW1lID0g0XciIH07+XN0YXRpYyBzdHJ1Y3QghmhfbWEgbVRBUlQoQm9hcmQAAIAAOwojZGVmaW5lIEYoeCkgI2RlZmluZSBGKHgpIHggI3ggIyMgMSAjeAojaWYgeCAAAABkICNpZiAwIEgKIDEfRg1NQUNISU5FX1NUQVJUKFdJREdFVCwgIkFjbWUKRihGKDIp"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read("arch/arm/a.c", source);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    private static string[] Paths { get; } = ["drivers/a.c", "drivers/a.h", "arch/arm/a.dts", "Documentation/devicetree/a.txt", "Documentation/devicetree/a.yaml"];

    private static SourceFacts Read(string path, string source) => SourceFacts.Read(path, source, NoHeaders.Instance);
}
