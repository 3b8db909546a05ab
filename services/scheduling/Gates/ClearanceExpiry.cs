namespace Journease.Scheduling.Gates;

/// <summary>Expiry is no event: each clearance has a row that says when its end is due.</summary>
internal sealed class ClearanceExpiry
{
    private ClearanceExpiry() { } // for EF Core

    public ClearanceExpiry(Guid clearanceId, Guid clientId, DateTimeOffset dueAt) => (Id, ClientId, DueAt) = (clearanceId, clientId, dueAt.ToUniversalTime());

    public Guid Id { get; private init; }
    public Guid ClientId { get; private init; }
    public DateTimeOffset DueAt { get; private set; }

    public void Move(DateTimeOffset dueAt) => DueAt = dueAt.ToUniversalTime();
}
