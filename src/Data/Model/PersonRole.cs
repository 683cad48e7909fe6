namespace KernelTracker.Data.Model;

/// <summary>What a person did for a changeset that another wrote, as a trailer says.</summary>
public enum PersonRole : byte
{
    /// <summary>Read it and stands for it: "Reviewed-by".</summary>
    Reviewer = 1,

    /// <summary>Tried it: "Tested-by".</summary>
    Tester = 2,

    /// <summary>Found what it repairs: "Reported-by".</summary>
    Reporter = 3,

    /// <summary>Agreed to it: "Acked-by".</summary>
    Acker = 4,

    /// <summary>Passed it on: "Signed-off-by" of somebody who is not its author.</summary>
    SignOff = 5,
}
