using NpgsqlTypes;

namespace Journease.Scheduling.Appointments;

/// <summary>
/// The time of one person, room or chair, taken by an appointment. All claims of all kinds are rows of one table under one
/// exclusion constraint: whatever is to be reserved later becomes a row here.
/// </summary>
internal sealed class Claim
{
    private Claim() { } // for EF Core

    public Claim(int number, ClaimKind kind, Guid resourceId, DateTimeOffset from, DateTimeOffset to)
    {
        (Number, Kind, ResourceId) = (number, kind, resourceId);
        During = new(from.UtcDateTime, true, to.UtcDateTime, false);
    }

    /// <summary>Counts within the appointment, in the order of resource ids: every transaction inserts in this order.</summary>
    public int Number { get; private init; }

    public ClaimKind Kind { get; private init; }

    /// <summary>The client's account, the practitioner, the room or the equipment.</summary>
    public Guid ResourceId { get; private init; }

    public NpgsqlRange<DateTime> During { get; private init; }

    /// <summary>Set when the time is free again; the row stays as history.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    public void Release(DateTimeOffset now) => ReleasedAt ??= now;
}

internal enum ClaimKind
{
    Client,
    Practitioner,
    Room,
    Equipment,
}
