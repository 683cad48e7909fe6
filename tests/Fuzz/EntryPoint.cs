using System.Text;
using SharpFuzz;

namespace KernelTracker.Fuzz;

/// <summary>
/// Feeds one parser with what afl-fuzz makes up (tests/fuzz starts it), or once with standard input when it is not
/// under afl-fuzz: so a finding is looked into.
/// </summary>
internal static class EntryPoint
{
    private static int Main(string[] args)
    {
        if (args is not [var name] || !Targets.All.TryGetValue(name, out var parse))
        {
            Console.Error.WriteLine($"Name one target: {string.Join(", ", Targets.All.Keys)}.");
            return 2;
        }
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            // As ingest reads files: UTF-8, or else Latin-1.
            parse(Decode(bytes.ToArray()));
        });
        return 0;
    }

    private static string Decode(byte[] bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
}
