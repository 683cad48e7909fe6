namespace KernelTracker.Data.Model;

/// <summary>A name and address exactly as they stand in commits.</summary>
public sealed class Identity
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The name; may be empty.</summary>
    public required string Name { get; set; }

    /// <summary>The e-mail address; may be empty or malformed.</summary>
    public required string Email { get; set; }

    /// <summary>The <see cref="Developer"/> behind it.</summary>
    public int DeveloperId { get; set; }
}

/// <summary>A person: identities joined by address or exact name, .mailmap applied first.</summary>
public sealed class Developer
{
    /// <summary>The lowest <see cref="Identity.Id"/> among the joined identities.</summary>
    public int Id { get; set; }

    /// <summary>The name used most.</summary>
    public required string Name { get; set; }

    /// <summary>The address used most.</summary>
    public required string Email { get; set; }
}

/// <summary>Who paid for changesets, as far as the reviewed map of domains and addresses tells.</summary>
public sealed class Employer
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>The name: a company, a foundation, "Hobbyists", "Academia".</summary>
    public required string Name { get; set; }
}
