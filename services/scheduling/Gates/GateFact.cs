using Journease.Contracts;

namespace Journease.Scheduling.Gates;

/// <summary>
/// The last thing that is known about one clearance, consent or concern of intake's. Only a later version changes it, so
/// that events may come late, twice and in any order.
/// </summary>
internal abstract class GateFact
{
    /// <summary>The clearance, consent or concern, by intake's id.</summary>
    public Guid SourceId { get; protected init; }

    public long SourceVersion { get; private set; }

    /// <summary>True, and remembered, when the event is later than everything known about its source.</summary>
    protected bool Advances(IEvent fact)
    {
        if (fact.AggregateVersion <= SourceVersion)
        {
            return false;
        }
        SourceVersion = fact.AggregateVersion;
        return true;
    }
}
