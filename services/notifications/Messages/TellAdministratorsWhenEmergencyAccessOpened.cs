using Journease.Contracts.Intake;
using Journease.ServiceDefaults.Authentication;
using MassTransit;

namespace Journease.Notifications.Messages;

/// <summary>Whoever looks after privacy learns of every emergency access.</summary>
internal sealed class TellAdministratorsWhenEmergencyAccessOpened(NotificationsDbContext db, TimeProvider clock) : IConsumer<EmergencyAccessOpened>
{
    public Task Consume(ConsumeContext<EmergencyAccessOpened> context) => MessageTable.RecordOnceForRoleAsync(
        db, Roles.Administrator, context.Message, MessageKind.EmergencyAccessOpened, clock, context.CancellationToken);
}
