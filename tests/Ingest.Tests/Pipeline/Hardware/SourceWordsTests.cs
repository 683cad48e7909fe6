using FsCheck.Xunit;
using KernelTracker.Ingest.Pipeline.Hardware;
using Xunit;

namespace KernelTracker.Ingest.Tests.Pipeline.Hardware;

public class SourceWordsTests
{
    [Theory]
    [InlineData("{ 0x574d4c05, 0xffffffff, \"WM9905,WM9910\", NULL },", "WM9905", true)]
    [InlineData("printk(\"SC-9600 found\");", "SC9600", true)]
    [InlineData("static int ov9918_start(void)", "OV9918", true)]
    [InlineData("/* like the OV9918 */ int a;", "OV9918", false)]
    [InlineData("/* never closed OV9918", "OV9918", false)]
    [InlineData("XOV9918", "OV9918", false)]
    [InlineData("tristate \"Acme MultiSound Pinnacle\"", "MULTISOUND", true)]
    public void A_source_has_the_words_outside_its_comments(string text, string word, bool has)
    {
        var words = new HashSet<string>();
        SourceWords.Add(text, words);
        Assert.Equal(has, words.Contains(word));
    }

    [Property(MaxTest = 500)]
    public void Any_text_is_read(string? text)
    {
        var words = new HashSet<string>();
        SourceWords.Add(text ?? "", words);
        Assert.All(words, w => Assert.InRange(w.Length, 3, 24));
    }
}
