namespace Journease.Contracts.Content;

/// <summary>An article can be read by everybody.</summary>
public sealed record ArticlePublished : IEvent
{
    public Guid EventId { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public required Guid? SubjectId { get; init; }
    public Guid AggregateId { get; init; }
    public long AggregateVersion { get; init; }
    public Guid CorrelationId { get; init; }
}
