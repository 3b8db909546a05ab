using System.Text.Json;

namespace Journease.Scheduling.Gates;

/// <summary>A condition that is not met, in words for the person; never why.</summary>
/// <param name="Code">Stable; part of the API.</param>
/// <param name="Sentence">What is missing.</param>
/// <param name="WhatToDo">What the person can do about it.</param>
internal sealed record MissingCondition(string Code, string Sentence, string WhatToDo);

internal static class GateSentences
{
    public static IReadOnlyList<MissingCondition> InWords(this IReadOnlyList<GateCondition> conditions) => [.. conditions.Select(InWords)];

    private static MissingCondition InWords(GateCondition condition)
    {
        var (sentence, whatToDo) = condition switch
        {
            GateCondition.Clearance => ("There is no medical clearance for that day yet, or it is on hold.", "Complete your intake, or ask the practice where your review stands."),
            GateCondition.SessionsLeft => ("All sessions of your clearance are planned already.", "Ask your prescriber about further sessions."),
            GateCondition.TreatmentConsent => ("Your consent to the treatment is not signed.", "Read and sign the treatment consent; ask us anything first."),
            GateCondition.PreparationArranged => ("There is no preparation session before it.", "Book a preparation session that ends before this one starts."),
            GateCondition.CareTeamReview => ("Somebody of your care team would like to speak with you first.", "They will call you; you can also call the practice at any time."),
            GateCondition.DaysBetween => ("There must be at least 3 days between two ketamine sessions.", "Choose a day further from your other session."),
            GateCondition.SessionsPerWeek => ("There can be at most 2 ketamine sessions in 7 days.", "Choose a day in another week."),
            GateCondition.PreparationDone => ("Your preparation session has not taken place yet.", "Come to your preparation session; who holds it marks it as done."),
            GateCondition.EscortNamed => ("Nobody is named yet who takes you home.", "Tell the practice who will take you home."),
            GateCondition.SafetyQuestions => ("The safety questions have not been answered in the last 24 hours.", "You answer them with us on the day, or the evening before."),
            GateCondition.TodaysCheck => ("Today's check has not been done.", "We do it with you when you arrive."),
            GateCondition.IntakeAgrees => ("Your records have not been checked on the day yet.", "Nothing to do: we check them when you arrive."),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
        return new(JsonNamingPolicy.KebabCaseLower.ConvertName(condition.ToString()), sentence, whatToDo);
    }
}
