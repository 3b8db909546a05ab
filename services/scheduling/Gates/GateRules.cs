using static Journease.Scheduling.Gates.GateCondition;

namespace Journease.Scheduling.Gates;

/// <summary>The gate itself: which conditions each stage has. Nothing else decides.</summary>
internal static class GateRules
{
    private static readonly GateCondition[] ToBeBooked =
        [Clearance, SessionsLeft, TreatmentConsent, PreparationArranged, CareTeamReview, DaysBetween, SessionsPerWeek];

    private static readonly GateCondition[] ToBeConfirmed = [.. ToBeBooked, PreparationDone, EscortNamed];

    private static readonly GateCondition[] ToBeStarted = [.. ToBeConfirmed, SafetyQuestions, TodaysCheck, IntakeAgrees];

    public static IReadOnlyList<GateCondition> Of(GateStage stage) => stage switch
    {
        GateStage.Booked => ToBeBooked,
        GateStage.Confirmed => ToBeConfirmed,
        GateStage.Started => ToBeStarted,
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>What is missing. What nobody has confirmed is missing: an unanswered question is not a yes.</summary>
    public static IReadOnlyList<GateCondition> Missing(GateStage stage, IReadOnlySet<GateCondition> met) =>
        [.. Of(stage).Where(condition => !met.Contains(condition))];
}
