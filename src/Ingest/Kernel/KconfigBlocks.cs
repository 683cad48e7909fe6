namespace KernelTracker.Ingest.Kernel;

/// <summary>A block of a Kconfig file that holds others.</summary>
internal enum KconfigBlock
{
    /// <summary>menu … endmenu.</summary>
    Menu,

    /// <summary>choice … endchoice.</summary>
    Choice,

    /// <summary>if … endif.</summary>
    If,
}

/// <summary>
/// The blocks around the place that is read. Titles and conditions are kept as lists that the entries of a block share:
/// a file of any size and nesting costs no more than its length.
/// </summary>
internal sealed class KconfigBlocks
{
    /// <summary>
    /// Blocks nested deeper add neither titles nor conditions, and conditions longer than <see cref="MaxConditions"/>
    /// in all are left out: no kernel comes near either, and damaged files shall not multiply.
    /// </summary>
    private const int MaxDepth = 16;

    private const int MaxConditions = 1024;

    private const int MaxTitle = 120;

    private readonly List<Block> _open = [];
    private readonly int[] _openOf = new int[3];
    private Block _inner = new(KconfigBlock.Menu, [], [], 0, IsInChoice: false);

    /// <summary>What attributes outside of symbols belong to: the block just opened, or nothing after a comment.</summary>
    private bool _isHead;

    /// <summary>Titles, outermost first.</summary>
    public IReadOnlyList<string> Titles => _inner.Titles;

    /// <summary>Conditions, outermost first.</summary>
    public IReadOnlyList<string> Conditions => _inner.Conditions;

    /// <summary>Whether one of the blocks is a choice.</summary>
    public bool IsInChoice => _inner.IsInChoice;

    /// <summary>Enters a block.</summary>
    public void Open(KconfigBlock kind, string? title, string? condition)
    {
        _open.Add(_inner);
        _openOf[(int)kind]++;
        _inner = _inner with { Kind = kind, IsInChoice = _inner.IsInChoice || kind == KconfigBlock.Choice };
        _isHead = kind != KconfigBlock.If;
        if (title is not null)
            AddTitle(title);
        if (condition is not null)
            Add(condition);
    }

    /// <summary>Leaves the innermost block of a kind, and those within it that were never ended.</summary>
    public void End(KconfigBlock kind)
    {
        if (_openOf[(int)kind] == 0)
            return;
        KconfigBlock ended;
        do
        {
            ended = _inner.Kind;
            _openOf[(int)ended]--;
            _inner = _open[^1];
            _open.RemoveAt(_open.Count - 1);
        }
        while (ended != kind);
    }

    /// <summary>A comment takes conditions, which hold for nothing else.</summary>
    public void OpenComment() => _isHead = false;

    /// <summary>The attributes of the block just opened are over.</summary>
    public void CloseHead() => _isHead = false;

    /// <summary>The prompt of a choice is its title.</summary>
    public void SetChoiceTitle(string title)
    {
        if (_isHead && _inner.Kind == KconfigBlock.Choice)
            AddTitle(title);
    }

    /// <summary>A condition of the block just opened.</summary>
    public void AddCondition(string condition)
    {
        if (_isHead)
            Add(condition);
    }

    /// <summary>A prompt as the title of what is below it.</summary>
    public static string Title(string prompt) => prompt.Length > MaxTitle ? prompt[..MaxTitle] : prompt;

    private void AddTitle(string title)
    {
        if (title.Length > 0 && _inner.Titles.Count < MaxDepth)
            _inner = _inner with { Titles = [.. _inner.Titles, Title(title)] };
    }

    private void Add(string condition)
    {
        var length = _inner.ConditionsLength + condition.Length;
        if (length <= MaxConditions && _inner.Conditions.Count < MaxDepth)
            _inner = _inner with { Conditions = [.. _inner.Conditions, condition], ConditionsLength = length };
    }

    private sealed record Block(
        KconfigBlock Kind, IReadOnlyList<string> Titles, IReadOnlyList<string> Conditions, int ConditionsLength, bool IsInChoice);
}
