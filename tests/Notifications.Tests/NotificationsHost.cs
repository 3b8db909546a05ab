using Journease.Contracts.Scheduling;
using Journease.Notifications.Messages;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Notifications.Tests;

/// <summary>The notifications service with events for it.</summary>
public sealed class NotificationsHost() : ServiceHost<Program>("notifications")
{
    public const string Messages = "/notifications/v1/messages";

    public static AppointmentBooked Booked(Guid person) => new()
    {
        EventId = Guid.CreateVersion7(),
        SubjectId = person,
        AggregateId = Guid.CreateVersion7(),
        AggregateVersion = 1,
        OccurredAt = new DateTimeOffset(2031, 5, 5, 9, 0, 0, TimeSpan.Zero),
        SessionType = "preparation",
        StartsAt = new DateTimeOffset(2031, 5, 6, 9, 0, 0, TimeSpan.Zero),
        EndsAt = new DateTimeOffset(2031, 5, 6, 10, 0, 0, TimeSpan.Zero),
    };

    public HttpClient PersonFor(Guid account) => ClientFor(account, "client");

    internal Task<ListMessages.Response> ListAsync(Guid person, string query = "") =>
        PersonFor(person).GetAsync(new Uri(Messages + query, UriKind.Relative)).ReadAsync<ListMessages.Response>();

    /// <summary>The person's messages, once there are so many.</summary>
    internal async Task<IReadOnlyList<MessageView>> ToldAsync(Guid person, int count)
    {
        _ = Server; // the consumers start with the service
        await Eventually.TrueAsync(async () => (await ListAsync(person)).Items.Count >= count);
        return (await ListAsync(person)).Items;
    }

    /// <summary>Waits until everything delivered before has been handled: nothing is left in the service's queue behind a later event.</summary>
    internal async Task DrainedAsync(Guid other)
    {
        await DeliverAsync(Booked(other));
        await ToldAsync(other, 1);
    }
}
