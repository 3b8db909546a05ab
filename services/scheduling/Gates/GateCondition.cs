namespace Journease.Scheduling.Gates;

/// <summary>What a ketamine session waits for. The codes are part of the API.</summary>
internal enum GateCondition
{
    Clearance,
    SessionsLeft,
    TreatmentConsent,
    PreparationArranged,
    CareTeamReview,
    DaysBetween,
    SessionsPerWeek,
    PreparationDone,
    EscortNamed,
    SafetyQuestions,
    TodaysCheck,
    IntakeAgrees,
}

/// <summary>How far a ketamine session has come.</summary>
internal enum GateStage
{
    Booked,
    Confirmed,
    Started,
}
