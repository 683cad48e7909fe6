namespace KernelTracker.Ingest.Kernel.Sources;

/// <summary>Reads the machine that a device-tree source describes.</summary>
internal static class DeviceTreeFile
{
    /// <summary>Model and compatible of the root node.</summary>
    public static SourceFacts Read(string text)
    {
        var source = CSource.Read(text);
        var tokens = new TokenRange(source.Tokens);
        var depth = 0;
        string? model = null, compatible = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is('{'))
                depth++;
            else if (tokens[i].Is('}'))
                depth--;
            else if (depth == 1 && i + 2 < tokens.Count && tokens[i + 1].Is('=') && tokens[i + 2].Kind == TokenKind.Literal)
            {
                if (tokens[i].Is("model"))
                    model = CLiteral.Decode(tokens[i + 2].Span).Trim();
                else if (tokens[i].Is("compatible"))
                    compatible = CLiteral.Decode(tokens[i + 2].Span).Trim();
            }
            if (depth == 0 && i > 0 && (model ?? compatible) is not null)
                break;
        }
        var name = string.IsNullOrEmpty(model) ? compatible : model;
        return string.IsNullOrEmpty(name)
            ? SourceFacts.None
            : SourceFacts.None with { Machines = [new MachineFact(string.IsNullOrEmpty(compatible) ? name : compatible, name, compatible)] };
    }
}
