using Journease.Contracts.Intake;
using Journease.Messaging;
using Journease.Sealing;

namespace Journease.Intake.EmergencyAccesses;

/// <summary>Why a clinician must read the record of somebody they do not care for.</summary>
internal enum EmergencyReason
{
    /// <summary>The client may be in danger now.</summary>
    ImmediateDanger,

    /// <summary>The client is here, and nobody of their care team can be reached.</summary>
    CareTeamUnreachable,

    /// <summary>A nurse or therapist stands in for a colleague at short notice.</summary>
    StandingIn,

    Other,
}

/// <summary>
/// "Break-glass": a clinician outside the care team reads one client's record for a short time, with a reason that the
/// client and the privacy administrator can see.
/// </summary>
internal sealed class EmergencyAccess : Aggregate
{
    private EmergencyAccess() { } // for EF Core

    public Guid ClientId { get; private init; }
    public Guid AccountId { get; private init; }
    public EmergencyReason Reason { get; private init; }
    public Sealed Words { get; private init; } = null!;
    public DateTimeOffset OpenedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static EmergencyAccess Open(
        Guid id, Guid clientId, Guid accountId, EmergencyReason reason, Sealed words, TimeSpan lasts, DateTimeOffset now)
    {
        var access = new EmergencyAccess
        {
            Id = id,
            ClientId = clientId,
            AccountId = accountId,
            Reason = reason,
            Words = words,
            OpenedAt = now,
            ExpiresAt = now + lasts,
        };
        access.Announce(new EmergencyAccessOpened { SubjectId = clientId, AccountId = accountId });
        return access;
    }

    /// <summary>Ending twice, or after it has run out, changes nothing.</summary>
    public void End(DateTimeOffset now)
    {
        if (EndedAt is null && now < ExpiresAt)
        {
            EndedAt = now;
        }
    }
}
