namespace KernelTracker.Ingest;

internal static class EntryPoint
{
    private static int Main()
    {
        Console.Error.WriteLine("Not there yet.");
        return 2;
    }
}
