using MassTransit;

namespace Journease.Benchmarks.Outbox;

/// <summary>The ceiling: a message published and consumed with nothing in between that could be lost or repeated.</summary>
public sealed record RawMessage
{
    public required Guid Id { get; init; }
}

internal sealed class RawConsumer : IConsumer<RawMessage>
{
    public Task Consume(ConsumeContext<RawMessage> context)
    {
        Arrivals.Note(context.Message.Id);
        return Task.CompletedTask;
    }
}
