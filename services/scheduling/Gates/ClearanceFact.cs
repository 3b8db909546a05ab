using Journease.Contracts.Intake;

namespace Journease.Scheduling.Gates;

/// <summary>A prescriber's clearance as scheduling obeys it: for what, until when, for how many sessions.</summary>
internal sealed class ClearanceFact : GateFact
{
    private const string Dosing = "ketamine";

    private ClearanceFact() { } // for EF Core

    public ClearanceFact(Guid sourceId) => SourceId = sourceId;

    public string Scope { get; private set; } = "";
    public bool InForce { get; private set; }
    public DateTimeOffset GrantedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public int MaximumSessions { get; private set; }

    public bool Apply(ClearanceGranted granted)
    {
        if (!Advances(granted))
        {
            return false;
        }
        (InForce, Scope, MaximumSessions) = (true, granted.Scope, granted.MaximumSessions);
        (GrantedAt, ExpiresAt) = (granted.OccurredAt, granted.ExpiresAt);
        return true;
    }

    public bool Apply(ClearanceWithdrawn withdrawn)
    {
        if (!Advances(withdrawn))
        {
            return false;
        }
        (InForce, Scope) = (false, withdrawn.Scope);
        return true;
    }

    public bool CoversDosingUntil(DateTimeOffset end) => InForce && Scope == Dosing && end <= ExpiresAt;
}
