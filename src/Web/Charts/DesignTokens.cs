namespace KernelTracker.Web.Charts;

/// <summary>The stylesheet with the design tokens, for pictures that cannot link to it.</summary>
public sealed class DesignTokens(IWebHostEnvironment environment)
{
    private readonly Lazy<string> _css = new(() =>
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo("css/tokens.css").CreateReadStream();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>The stylesheet's text.</summary>
    public string Css => _css.Value;
}
