using FsCheck.Xunit;
using KernelTracker.Ingest.Kernel;
using Xunit;

namespace KernelTracker.Ingest.Tests.Kernel;

public class SourceTreeNameTests
{
    [Theory]
    [InlineData("master.kernel.org:/pub/scm/linux/kernel/git/gregkh/usb-2.6.git", "gregkh/usb-2.6")]
    [InlineData("git://git.kernel.org/pub/scm/linux/kernel/git/gregkh/usb-2.6", "gregkh/usb-2.6")]
    [InlineData("git://git.kernel.org:/pub/scm/linux/kernel/git/gregkh/usb-2.6.git/", "gregkh/usb-2.6")]
    [InlineData("https://git.kernel.org/pub/scm/linux/kernel/git/gregkh/usb-2.6.git", "gregkh/usb-2.6")]
    [InlineData("rsync://rsync.kernel.org/pub/scm/linux/kernel/git/gregkh/usb-2.6.git/", "gregkh/usb-2.6")]
    [InlineData("ssh://gregkh@master.kernel.org:22/pub/scm/linux/kernel/git/gregkh/usb-2.6", "gregkh/usb-2.6")]
    [InlineData("/pub/scm/linux/kernel/git/gregkh/usb-2.6", "gregkh/usb-2.6")]
    [InlineData("master.kernel.org:/home/ftp/pub/scm/linux/kernel/git/gregkh/usb-2.6", "gregkh/usb-2.6")]
    [InlineData("master.kernel.org:/home/rmk/linux-2.6-arm", "rmk/linux-2.6-arm")]
    [InlineData("master.kernel.org:~rmk/linux-2.6-arm.git", "rmk/linux-2.6-arm")]
    [InlineData("git://git.kernel.org/pub/scm/virt/kvm/kvm", "virt/kvm/kvm")]
    [InlineData("git://git.kernel.dk/linux-2.6-block", "git.kernel.dk/linux-2.6-block")]
    [InlineData("git://brick.kernel.dk/data/git/linux-2.6-block", "git.kernel.dk/linux-2.6-block")]
    [InlineData("git://git.infradead.org/users/dwmw2/random-2.6", "git.infradead.org/~dwmw2/random-2.6")]
    [InlineData("http://GitHub.com/Broadcom/stblinux.git", "github.com/broadcom/stblinux")]
    [InlineData("git@github.com:Broadcom/stblinux", "github.com/broadcom/stblinux")]
    [InlineData("git://example.org:8080/x.git", "example.org:8080/x")]
    [InlineData("/home/trondmy/kernel/linux-2.6/", "/home/trondmy/kernel/linux-2.6")]
    [InlineData("../torvalds-2.6/", "../torvalds-2.6")]
    [InlineData("ath.git", "ath.git")]
    [InlineData("", "(unnamed)")]
    public void Brings_spellings_to_one(string written, string name) => Assert.Equal(name, SourceTreeName.Normalize(written).Name);

    [Fact]
    public void Names_the_url_without_scheme() =>
        Assert.Equal("git.kernel.org/pub/scm/linux/kernel/git/rmk/linux-2.6-arm", SourceTreeName.Normalize("master.kernel.org:/home/rmk/linux-2.6-arm").Url);

    [Theory]
    [InlineData("http://www.kernel.org/pub/scm/linux/kernel/git/torvalds/linux-2.6.git", true)]
    [InlineData("git://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux", true)]
    [InlineData("git://git.kernel.org/pub/scm/linux/kernel/git/greg/linux", false)]
    public void Knows_mainline(string written, bool expected) => Assert.Equal(expected, SourceTreeName.IsMainline(written));

    [Property]
    public bool Never_throws_and_never_drops(string? written)
    {
        var identity = SourceTreeName.Normalize(written ?? "");
        return identity.Name.Length > 0 && identity.Url.Length > 0;
    }

    [Fact]
    public void Rejects_a_line_that_is_no_alias() => Assert.Throws<FormatException>(() => TreeAliases.Parse(["host a b"]));
}
