using NodaTime;

namespace Journease.Scheduling.Gates;

/// <summary>Reads from facts and appointments which conditions are met. Pure: the same input, the same answer.</summary>
internal static class GateReading
{
    private const int DaysBetweenSessions = 3;
    private const int SessionsInSevenDays = 2;

    public static IReadOnlySet<GateCondition> Met(Gate? gate, DosingPlan plan)
    {
        var met = new HashSet<GateCondition>();
        Note(GateCondition.DaysBetween, KeepsDaysBetween(plan));
        Note(GateCondition.SessionsPerWeek, KeepsSessionsPerWeek(plan));
        Note(GateCondition.PreparationDone, plan.Preparations.Any(preparation => preparation.Done && preparation.EndsAt <= plan.StartsAt));
        Note(GateCondition.PreparationArranged, plan.Preparations.Any(preparation => preparation.EndsAt <= plan.StartsAt));
        if (gate is not null)
        {
            var covering = gate.Clearances.Where(clearance => clearance.CoversDosingUntil(plan.EndsAt)).ToList();
            Note(GateCondition.Clearance, covering.Count > 0);
            Note(GateCondition.SessionsLeft, covering.Exists(clearance => HasSessionsLeft(clearance, plan)));
            Note(GateCondition.TreatmentConsent, gate.Consents.Any(consent => consent is { Kind: ConsentFact.Treatment, InForce: true }));
            Note(GateCondition.CareTeamReview, !gate.Concerns.Any(concern => concern.IsOpenAndHigh));
        }
        // Escort, safety questions, today's check and intake's live word: nothing feeds them yet, so they are not met.
        return met;

        void Note(GateCondition condition, bool isMet)
        {
            if (isMet)
            {
                met.Add(condition);
            }
        }
    }

    private static bool HasSessionsLeft(ClearanceFact clearance, DosingPlan plan) =>
        plan.OtherSessions.Count(start => start >= clearance.GrantedAt && start < clearance.ExpiresAt) < clearance.MaximumSessions;

    private static bool KeepsDaysBetween(DosingPlan plan) => plan.OtherSessions.All(other => Math.Abs(DaysFrom(plan, other)) >= DaysBetweenSessions);

    // Every stretch of seven days that contains the session: it may begin up to six days before it.
    private static bool KeepsSessionsPerWeek(DosingPlan plan)
    {
        var days = plan.OtherSessions.Select(other => DaysFrom(plan, other)).Append(0).ToList();
        return Enumerable.Range(-6, 7).All(first => days.Count(day => day >= first && day < first + 7) <= SessionsInSevenDays);
    }

    private static int DaysFrom(DosingPlan plan, DateTimeOffset other) =>
        Period.DaysBetween(DayOf(plan.StartsAt, plan.Clock), DayOf(other, plan.Clock));

    private static LocalDate DayOf(DateTimeOffset time, DateTimeZone clock) => Instant.FromDateTimeOffset(time).InZone(clock).Date;
}
