using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Pipeline.Hardware;

/// <summary>
/// The words of source files. Each file is read once while releases have it, and each word kept once: drivers share most
/// of theirs.
/// </summary>
internal sealed class WordsOfSources
{
    private Dictionary<ObjectId, string[]> _words = [];
    private Dictionary<ObjectId, string[]> _before = [];
    private readonly HashSet<string> _pool = new(StringComparer.Ordinal);

    /// <summary>Begins a release: what the last one did not ask for, this one will not either.</summary>
    public void Begin() => (_before, _words) = (_words, []);

    /// <summary>The words of a file; none when it is missing.</summary>
    public IReadOnlyList<string> Of(ObjectId blob, TreeText texts)
    {
        if (_words.TryGetValue(blob, out var words))
            return words;
        if (!_before.TryGetValue(blob, out words))
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            if (texts.Read(blob, out _) is { } text)
                SourceWords.Add(text, found);
            words = [.. found.Select(Shared)];
        }
        _words.Add(blob, words);
        return words;
    }

    private string Shared(string word)
    {
        if (_pool.TryGetValue(word, out var shared))
            return shared;
        _pool.Add(word);
        return word;
    }
}
