namespace Journease.Intake.Scoring;

/// <summary>What a score asks of the practice; higher is sooner. The order is the order of the review queue.</summary>
internal enum ActionCode
{
    None = 0,
    Review = 1,
    Urgent = 2,
}

internal static class ActionCodes
{
    /// <summary>The code as events carry it.</summary>
    public static string Code(this ActionCode action) => action switch
    {
        ActionCode.None => "none",
        ActionCode.Review => "review",
        ActionCode.Urgent => "urgent",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
