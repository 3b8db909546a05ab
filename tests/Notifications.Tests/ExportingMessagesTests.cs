using Hl7.Fhir.Model;
using Task = System.Threading.Tasks.Task;

namespace Journease.Notifications.Tests;

[Trait("Needs", "servers")]
public sealed class ExportingMessagesTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    [Fact]
    public async Task A_person_gets_what_they_were_told_and_nobody_elses_messages()
    {
        var (person, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await notifications.DeliverAsync(NotificationsHost.Booked(person));
        await notifications.DeliverAsync(NotificationsHost.Booked(other));
        var message = Assert.Single(await notifications.ToldAsync(person, 1));
        await notifications.ToldAsync(other, 1);

        var exported = Assert.Single((await notifications.ExportOfAsync(person)).OfType<Communication>());

        Assert.Equal((message.MessageId.ToString(), message.Text), (exported.Id, ((FhirString)exported.Payload[0].Content).Value));
    }
}
