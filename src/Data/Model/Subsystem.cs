namespace KernelTracker.Data.Model;

/// <summary>A finer part of an area: a driver class, an architecture, a filesystem.</summary>
public sealed class AreaPart
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The area it is part of.</summary>
    public Area Area { get; set; }

    /// <summary>Its name, for instance "Staging", "x86", "XFS".</summary>
    public required string Name { get; set; }
}

/// <summary>A section of the kernel's MAINTAINERS file, as it stood last.</summary>
public sealed class Subsystem
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The section's heading, for instance "EXT4 FILE SYSTEM".</summary>
    public required string Name { get; set; }

    /// <summary>Heading in a URL: lower case, hyphens; unique.</summary>
    public required string Slug { get; set; }

    /// <summary>S: line, for instance "Maintained"; null when absent.</summary>
    public string? Status { get; set; }

    /// <summary>M: (and P:) lines, one maintainer a line.</summary>
    public required string Maintainers { get; set; }

    /// <summary>L: lines, one mailing list a line.</summary>
    public required string Lists { get; set; }

    /// <summary>T: lines, one tree a line.</summary>
    public required string Trees { get; set; }

    /// <summary>F:, X:, N: and K: lines with their letter, one a line.</summary>
    public required string Patterns { get; set; }

    /// <summary>The newest release whose MAINTAINERS has the section.</summary>
    public int LastReleaseId { get; set; }
}
