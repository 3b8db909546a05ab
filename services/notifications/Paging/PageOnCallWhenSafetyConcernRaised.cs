using Journease.Contracts.Intake;
using MassTransit;

namespace Journease.Notifications.Paging;

/// <summary>A safety concern calls whoever is on call.</summary>
internal sealed class PageOnCallWhenSafetyConcernRaised(PageOnCall onCall) : IConsumer<SafetyConcernRaised>
{
    public Task Consume(ConsumeContext<SafetyConcernRaised> context) =>
        onCall.PageAsync(context.Message, PageReason.Raised, context.CancellationToken);
}
