namespace Journease.Desk;

/// <summary>The effect of a message; a message that has its effect twice leaves two.</summary>
public sealed class Arrival
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid EventId { get; init; }
    public required Guid AggregateId { get; init; }
    public required long AggregateVersion { get; init; }
}
