using Journease.Contracts.Intake;
using Journease.Notifications.Messages;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;

namespace Journease.Notifications.Tests;

[Trait("Needs", "servers")]
public sealed class TellingAdministratorsTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    [Fact]
    public async Task Every_administrator_and_nobody_else_learns_of_an_emergency_access()
    {
        var opened = new EmergencyAccessOpened
        {
            EventId = Guid.CreateVersion7(),
            SubjectId = Guid.CreateVersion7(),
            AggregateId = Guid.CreateVersion7(),
            AggregateVersion = 1,
            AccountId = Guid.CreateVersion7(),
        };
        _ = notifications.Server; // the consumers start with the service

        await notifications.DeliverAsync(opened, copies: 3);

        var message = await Eventually.FoundAsync(() => MessageOfAsync(opened, Guid.CreateVersion7(), Roles.Administrator));
        Assert.Equal((null, "A record was opened with emergency access. Sign in to look at the reason."), (message.AppointmentId, message.Text));
        await notifications.DrainedAsync(Guid.CreateVersion7());
        Assert.NotNull(await MessageOfAsync(opened, Guid.CreateVersion7(), Roles.Administrator));
        Assert.Null(await MessageOfAsync(opened, opened.SubjectId!.Value, Roles.Client));
        Assert.Null(await MessageOfAsync(opened, opened.AccountId, Roles.Nurse));
    }

    private async Task<MessageView?> MessageOfAsync(EmergencyAccessOpened opened, Guid reader, string role)
    {
        var list = await notifications.ClientFor(reader, role)
            .GetAsync(new Uri(NotificationsHost.Messages, UriKind.Relative), TestContext.Current.CancellationToken).ReadAsync<ListMessages.Response>();
        return list.Items.SingleOrDefault(message => message.EmergencyAccessId == opened.AggregateId);
    }
}
