namespace Journease.Intake.Safety;

/// <summary>How soon a clinician must take a concern on.</summary>
internal enum ConcernGrade
{
    Low,
    Moderate,
    High,
}

internal static class ConcernGrades
{
    /// <summary>The code as events carry it.</summary>
    public static string Code(this ConcernGrade grade) => grade switch
    {
        ConcernGrade.Low => "low",
        ConcernGrade.Moderate => "moderate",
        ConcernGrade.High => "high",
        _ => throw new ArgumentOutOfRangeException(nameof(grade)),
    };
}
