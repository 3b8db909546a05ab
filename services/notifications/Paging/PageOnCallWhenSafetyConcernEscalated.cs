using Journease.Contracts.Intake;
using MassTransit;

namespace Journease.Notifications.Paging;

/// <summary>A safety concern that nobody took on in time calls again, and the back-up besides.</summary>
internal sealed class PageOnCallWhenSafetyConcernEscalated(PageOnCall onCall) : IConsumer<SafetyConcernEscalated>
{
    public Task Consume(ConsumeContext<SafetyConcernEscalated> context) =>
        onCall.PageAsync(context.Message, PageReason.Escalated, context.CancellationToken);
}
