namespace Journease.Scheduling.SessionTypes;

/// <summary>Everything that the practice decides about a session type. What each of it means stands at <see cref="SessionType"/>.</summary>
internal sealed record SessionTypeDescription(string Name, int Minutes, SessionNeeds Needs)
{
    public int? HoldMinutes { get; init; }
    public int BufferBeforeMinutes { get; init; }
    public int BufferAfterMinutes { get; init; }
    public SessionMode Mode { get; init; }
    public string? Practice { get; init; }
    public bool ClientsBookIt { get; init; } = true;
    public int? NoticeHours { get; init; }
    public int? HorizonDays { get; init; }
    public IReadOnlyList<string> Prerequisites { get; init; } = [];
    public SpacingRule? Spacing { get; init; }
}
