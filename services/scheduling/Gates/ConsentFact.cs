using Journease.Contracts;

namespace Journease.Scheduling.Gates;

/// <summary>A consent: signed, or withdrawn again.</summary>
internal sealed class ConsentFact : GateFact
{
    public const string Treatment = "treatment";

    private ConsentFact() { } // for EF Core

    public ConsentFact(Guid sourceId) => SourceId = sourceId;

    public string Kind { get; private set; } = "";
    public bool InForce { get; private set; }

    public bool Apply(IEvent fact, string kind, bool inForce)
    {
        if (!Advances(fact))
        {
            return false;
        }
        (Kind, InForce) = (kind, inForce);
        return true;
    }
}
