namespace KernelTracker.Ingest.Classification;

/// <summary>A device that the subject of a changeset says it adds to an existing driver.</summary>
/// <param name="Text">The words that name it: "Hauppauge WinTV HVR-900H".</param>
internal sealed record SubjectDevice(string Text)
{
    /// <summary>Reads a subject; null when it does not clearly add a device.</summary>
    public static SubjectDevice? Read(string subject) => throw new NotImplementedException(subject);
}
