using Journease.Contracts;

namespace Journease.Scheduling.Gates;

/// <summary>A safety concern: open until a clinician closes it; being acknowledged does not close it.</summary>
internal sealed class ConcernFact : GateFact
{
    private const string High = "high";

    private ConcernFact() { } // for EF Core

    public ConcernFact(Guid sourceId) => SourceId = sourceId;

    public string Grade { get; private set; } = "";
    public bool Open { get; private set; }

    public bool IsOpenAndHigh => Open && Grade == High;

    public bool Apply(IEvent fact, string grade, bool open)
    {
        if (!Advances(fact))
        {
            return false;
        }
        (Grade, Open) = (grade, open);
        return true;
    }
}
