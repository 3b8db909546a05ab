using Journease.Contracts.Intake;
using Journease.ServiceDefaults.Authentication;
using MassTransit;

namespace Journease.Notifications.Messages;

/// <summary>Whoever looks after privacy learns of every emergency access.</summary>
internal sealed class TellAdministratorsWhenEmergencyAccessOpened(Telling telling) : IConsumer<EmergencyAccessOpened>
{
    public Task Consume(ConsumeContext<EmergencyAccessOpened> context) =>
        telling.TellRoleAsync(Roles.Administrator, context.Message, MessageKind.EmergencyAccessOpened, context.CancellationToken);
}
