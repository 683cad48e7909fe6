using FsCheck.Xunit;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class MaintainersFileTests
{
    private const string Text = """

        	List of maintainers and how to submit kernel changes

        Please try to follow the guidelines below.

        1.	Always _test_ your changes.

        P: Person (obsolete)
        M: Mail patches to: FullName <address@domain>
        F: Files and directories with wildcard patterns.
           F:	drivers/net/	all files in and below drivers/net

        Note: in alphabetical order.

        ACME WIDGETS
        P:	Jane Doe
        M:	jane@example.org
        P:	Joe Public
        L:	widgets@example.org (moderated)
        S:	Maintained
        T:	git git://git.example.org/widgets.git

        OTHER WIDGETS, WHICH
        NEED TWO LINES
        M:	Ann Other <ann@example.org>
        S:	Odd Fixes
        P:	Documentation/process/widgets.rst
        F:	drivers/widgets/
        X:	drivers/widgets/legacy/
        N:	widget
        K:	\bwidget_\w+

        THE REST
        M:	Linus Torvalds <torvalds@example.org>
        S:	Buried alive in reporters
        F:	*
        F:	*/
        """;

    [Fact]
    public void Reads_old_and_new_forms_and_skips_the_preamble()
    {
        var sections = MaintainersFile.Parse(Text);

        Assert.Equal(["ACME WIDGETS", "OTHER WIDGETS, WHICH NEED TWO LINES", "THE REST"], sections.Select(s => s.Name));
        Assert.Equal(["Jane Doe <jane@example.org>", "Joe Public"], sections[0].Maintainers);
        Assert.Equal("Maintained", sections[0].Status);
        Assert.Equal(["widgets@example.org (moderated)"], sections[0].Lists);
        Assert.Equal(["git git://git.example.org/widgets.git"], sections[0].Trees);
        Assert.Equal(["Ann Other <ann@example.org>"], sections[1].Maintainers);
        Assert.Equal("FXNK", string.Concat(sections[1].Patterns.Select(p => p.Kind)));
    }

    [Property]
    public bool Never_throws(string? text) => MaintainersFile.Parse(text ?? "").All(s => s.Name.Length > 0);
}
