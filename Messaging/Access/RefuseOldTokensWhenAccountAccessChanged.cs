using Journease.Contracts.Identity;
using MassTransit;

namespace Journease.Messaging.Access;

/// <summary>From here on this service refuses the tokens that an account got before its access changed.</summary>
internal sealed class RefuseOldTokensWhenAccountAccessChanged(AccessTable table) : IConsumer<AccountAccessChanged>
{
    public Task Consume(ConsumeContext<AccountAccessChanged> context) => context.Message.SubjectId is { } account
        ? table.RefuseAsync(account, context.Message.NotBefore, context.CancellationToken)
        : Task.CompletedTask;
}
