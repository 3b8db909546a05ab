using Journease.Contracts.Identity;
using Journease.Sealing;
using Journease.Sealing.DataKeys;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Journease.Intake;

/// <summary>The law asks for the record of a treatment to be kept for years; from the day the account closes they are counted.</summary>
internal sealed class KeepRecordWhenAccountClosed(ForgottenKeys keys, IOptions<IntakeOptions> options) : IConsumer<AccountClosed>
{
    public Task Consume(ConsumeContext<AccountClosed> context) => context.Message.SubjectId is { } account
        ? keys.KeepUntilAsync(account, KeyPurpose.Record, context.Message.OccurredAt.AddYears(options.Value.RecordKeptYears), context.CancellationToken)
        : Task.CompletedTask;
}
