using Journease.Contracts;
using Journease.Contracts.Intake;
using Journease.Messaging;

namespace Journease.Scheduling.Gates;

/// <summary>
/// What scheduling knows from intake about one client's way to a ketamine session. One row per client; whoever books such a
/// session or changes a fact locks it first, so that a withdrawal and a booking never pass each other.
/// </summary>
internal sealed class Gate : Aggregate
{
    private readonly List<ClearanceFact> clearances = [];
    private readonly List<ConsentFact> consents = [];
    private readonly List<ConcernFact> concerns = [];

    private Gate() { } // for EF Core

    public IReadOnlyList<ClearanceFact> Clearances => clearances;
    public IReadOnlyList<ConsentFact> Consents => consents;
    public IReadOnlyList<ConcernFact> Concerns => concerns;

    public static Gate Of(Guid clientId) => new() { Id = clientId };

    public bool Note(ClearanceGranted granted) => Of(clearances, granted, id => new ClearanceFact(id)).Apply(granted);

    /// <summary>A withdrawal that arrives before its grant is kept, and wins.</summary>
    public bool Note(ClearanceWithdrawn withdrawn) => Of(clearances, withdrawn, id => new ClearanceFact(id)).Apply(withdrawn);

    public bool NoteConsent(IEvent fact, string kind, bool inForce) => Of(consents, fact, id => new ConsentFact(id)).Apply(fact, kind, inForce);

    public bool NoteConcern(IEvent fact, string grade, bool open) => Of(concerns, fact, id => new ConcernFact(id)).Apply(fact, grade, open);

    private static T Of<T>(List<T> known, IEvent fact, Func<Guid, T> first) where T : GateFact
    {
        var found = known.Find(one => one.SourceId == fact.AggregateId);
        if (found is null)
        {
            known.Add(found = first(fact.AggregateId));
        }
        return found;
    }
}
