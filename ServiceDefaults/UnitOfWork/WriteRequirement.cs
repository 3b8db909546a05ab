namespace Journease.ServiceDefaults.UnitOfWork;

/// <summary>What a writing request must carry so that it can be retried safely; metadata of the endpoint.</summary>
public enum WriteRequirement
{
    /// <summary>Nothing: the client made the id, so a repetition is the same write.</summary>
    None,

    /// <summary>Creates and named acts (cancel, approve).</summary>
    IdempotencyKey,

    /// <summary>Edits of something that has a version.</summary>
    IfMatch,
}

/// <summary>Endpoint metadata: the act runs in one transaction.</summary>
public sealed record WriteMetadata(WriteRequirement Requirement);

/// <summary>Endpoint metadata: the act changes nothing, although it is not a GET.</summary>
public sealed record ReadMetadata;
