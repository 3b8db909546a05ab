using Journease.Contracts.Identity;
using Journease.Sealing;
using Journease.Sealing.DataKeys;
using MassTransit;

namespace Journease.Messaging.Access;

/// <summary>
/// What was kept for the person alone can no longer be opened from here on, in this service's data and in every backup of it.
/// A service that keeps more about a person than sealed values has a consumer of its own besides.
/// </summary>
internal sealed class ForgetPersonWhenAccountClosed(ForgottenKeys keys) : IConsumer<AccountClosed>
{
    public Task Consume(ConsumeContext<AccountClosed> context) => context.Message.SubjectId is { } account
        ? keys.DestroyAsync(account, KeyPurpose.Personal, context.CancellationToken)
        : Task.CompletedTask;
}
