using Journease.Contracts.Scheduling;
using Journease.Messaging;
using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.Slots;
using NodaTime;

namespace Journease.Scheduling.Appointments;

/// <summary>A session with a time, people and, where it needs one, a room.</summary>
internal sealed class Appointment : Aggregate
{
    private readonly List<Claim> claims = [];

    private Appointment() { } // for EF Core

    public Guid ClientId { get; private init; }

    /// <summary>The code of the session type.</summary>
    public string SessionType { get; private init; } = "";

    public Guid SiteId { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public AppointmentStatus Status { get; private set; }
    public DateTimeOffset? HeldAt { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public CancelReason? CancelReason { get; private set; }
    public DateTimeOffset? CompletedAt { get; private set; }

    public IReadOnlyList<Claim> Claims => claims;

    public IEnumerable<Guid> PractitionerIds => claims.Where(claim => claim.Kind == ClaimKind.Practitioner).Select(claim => claim.ResourceId);

    public Guid? RoomId => claims.Find(claim => claim.Kind == ClaimKind.Room)?.ResourceId;

    public bool IsDosing => SessionType == SessionTypes.SessionType.DosingCode;

    public static Appointment Book(Guid clientId, SessionType type, DateTimeOffset startsAt, Assignment assignment)
    {
        var appointment = new Appointment { ClientId = clientId, SessionType = type.Code };
        appointment.TakePlace(type, startsAt, assignment);
        appointment.Announce(new AppointmentBooked
        {
            SubjectId = clientId,
            SessionType = type.Code,
            StartsAt = startsAt,
            EndsAt = appointment.EndsAt,
        });
        return appointment;
    }

    /// <summary>It takes place at another time, and with whoever is free then. Its former time was given back before.</summary>
    public void Move(SessionType type, DateTimeOffset startsAt, Assignment assignment)
    {
        TakePlace(type, startsAt, assignment);
        Announce(new AppointmentMoved { SubjectId = ClientId, StartsAt = StartsAt, EndsAt = EndsAt });
    }

    /// <summary>Refuses what cannot be moved: what is on hold, over or cancelled, and for the client what begins too soon.</summary>
    public void RequireMovable(bool byClient, DateTimeOffset now, TimeSpan notice)
    {
        if (Status != AppointmentStatus.Booked || StartsAt <= now)
        {
            throw AppointmentProblems.NotOpen.Broken("Only an appointment that is booked and still to come can be moved.");
        }
        if (byClient && StartsAt - now < notice)
        {
            throw AppointmentProblems.TooLateToMove.Broken($"Less than {notice.TotalHours:0.#} hours are left. Please call the practice instead.");
        }
    }

    /// <summary>The person gives the time back, while there is still time for somebody else to take it.</summary>
    public void CancelByClient(DateTimeOffset now, TimeSpan notice)
    {
        if (Status != AppointmentStatus.Cancelled && StartsAt - now < notice)
        {
            throw AppointmentProblems.TooLateToCancel.Broken($"Less than {notice.TotalHours:0.#} hours are left. Please call the practice instead.");
        }
        Cancel(now, null);
    }

    /// <summary>Staff cancel at any time before it has taken place, and say why.</summary>
    public void CancelByStaff(DateTimeOffset now, CancelReason? reason) =>
        Cancel(now, reason ?? throw AppointmentProblems.ReasonMissing.Broken("Say why the appointment is cancelled.", "reason"));

    /// <summary>Who held the session marks that it took place.</summary>
    public void Complete(DateTimeOffset now)
    {
        if (Status == AppointmentStatus.Completed)
        {
            return;
        }
        if (Status != AppointmentStatus.Booked)
        {
            throw AppointmentProblems.NotOpen.Broken("Only a booked appointment can be completed; this one is on hold or cancelled.");
        }
        if (now < StartsAt)
        {
            throw AppointmentProblems.NotStarted.Broken("Complete it once it has begun.");
        }
        (Status, CompletedAt) = (AppointmentStatus.Completed, now);
    }

    /// <summary>The session waits for a prescriber; its time stays reserved.</summary>
    public void HoldForReview(DateTimeOffset now)
    {
        if (Status != AppointmentStatus.Booked)
        {
            return;
        }
        (Status, HeldAt) = (AppointmentStatus.Held, now);
        Announce(new AppointmentHeldForReview { SubjectId = ClientId });
    }

    /// <summary>A prescriber lets it take place after all.</summary>
    public void Release()
    {
        if (Status == AppointmentStatus.Booked)
        {
            return;
        }
        if (Status != AppointmentStatus.Held)
        {
            throw AppointmentProblems.NotOpen.Broken("Only an appointment on hold can be released.");
        }
        (Status, HeldAt) = (AppointmentStatus.Booked, null);
        Announce(new AppointmentReleased { SubjectId = ClientId });
    }

    // Cancelling twice is allowed and changes nothing, so a repeated request is harmless.
    private void Cancel(DateTimeOffset now, CancelReason? reason)
    {
        if (Status == AppointmentStatus.Cancelled)
        {
            return;
        }
        if (Status == AppointmentStatus.Completed)
        {
            throw AppointmentProblems.NotOpen.Broken("It has taken place already.");
        }

        (Status, CancelledAt, CancelReason) = (AppointmentStatus.Cancelled, now, reason);
        claims.ForEach(claim => claim.Release(now));
        Announce(new AppointmentCancelled { SubjectId = ClientId });
    }

    private void TakePlace(SessionType type, DateTimeOffset startsAt, Assignment assignment)
    {
        (SiteId, StartsAt, EndsAt) = (assignment.SiteId, startsAt, startsAt + type.Length);
        List<(ClaimKind Kind, Guid Id)> resources = [(ClaimKind.Client, ClientId)];
        resources.AddRange(assignment.PractitionerIds.Select(id => (ClaimKind.Practitioner, id)));
        if (assignment.RoomId is { } room)
        {
            resources.Add((ClaimKind.Room, room));
        }
        resources.AddRange(assignment.EquipmentIds.Select(id => (ClaimKind.Equipment, id)));
        // Everything but the client is taken for the buffers too.
        var taken = type.TakenFrom(Instant.FromDateTimeOffset(StartsAt));
        claims.AddRange(resources.OrderBy(resource => resource.Id).Select((resource, i) => resource.Kind == ClaimKind.Client
            ? new Claim(i + 1, resource.Kind, resource.Id, StartsAt, StartsAt + type.Hold)
            : new Claim(i + 1, resource.Kind, resource.Id, taken.Start.ToDateTimeOffset(), taken.End.ToDateTimeOffset())));
    }
}
