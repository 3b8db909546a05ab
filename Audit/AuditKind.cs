namespace Journease.Audit;

/// <summary>What became of a request.</summary>
public enum AuditKind
{
    Read,
    Write,

    /// <summary>It was not allowed, not there, or not possible.</summary>
    Refusal,

    /// <summary>It broke on our side.</summary>
    Failure,
}
