using System.Net;
using System.Text.Json;
using Journease.Contracts.Scheduling;
using Journease.Notifications.Messages;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Notifications.Tests;

/// <summary>The notifications service with events for it, an identity to ask and a mail server to send by.</summary>
public sealed class NotificationsHost : ServiceHost<Program>
{
    public const string Messages = "/notifications/v1/messages";
    public const string Preferences = "/notifications/v1/preferences";
    public const string Zone = "America/Denver";

    public NotificationsHost()
        : base("notifications")
    {
        Settings["environment"] = "Development";
        Settings["services:identity:http:0"] = Identity.Address.ToString();
        Settings["ConnectionStrings:mail"] = Post.Address.ToString();
        Settings["Portal:Address"] = "https://portal.test";
        Settings["Mail:LookEvery"] = "00:00:00.05";
        Settings["Reminders:LookEvery"] = "00:00:00.05";
    }

    public TestIdentity Identity { get; } = new();

    /// <summary>Where the letters of this host arrive.</summary>
    public PostBox Post { get; } = new();

    /// <summary>A test that puts it forward has a host of its own.</summary>
    public ShiftedClock Clock { get; } = new();

    /// <summary>Somebody who can be written to.</summary>
    public Somebody NewPerson(string zone = Zone)
    {
        var account = Guid.CreateVersion7();
        return new(account, Identity.Open(account, zone));
    }

    /// <summary>Somebody who can be written to at any hour.</summary>
    public async Task<Somebody> AwakePersonAsync(string zone = Zone)
    {
        var person = NewPerson(zone);
        await ChooseAsync(person.Account, new { });
        return person;
    }

    /// <summary>The person chooses: everything by e-mail and no quiet hours, but for what is said here.</summary>
    public async Task ChooseAsync(Guid person, object but)
    {
        var client = PersonFor(person);
        var read = await client.GetAsync(new Uri(Preferences, UriKind.Relative)).ExpectAsync(HttpStatusCode.OK);
        var body = JsonSerializer.SerializeToNode(new
        {
            email = new { appointments = true, reminders = true },
            push = new { appointments = false, reminders = false },
            sms = new { appointments = false, reminders = false },
            reminders = new { oneWeek = true, oneDay = true, twoHours = true },
        })!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(but)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }
        await client.PutIfMatchAsync(Preferences, body, read.Headers.ETag!.Tag).ExpectAsync(HttpStatusCode.OK);
    }

    /// <summary>A second process on the same database, as far as one process can be two.</summary>
    public WebApplicationFactory<Program> Replica() => WithWebHostBuilder(_ => { });

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

    /// <summary>Waits until every letter has been sent or given up.</summary>
    internal Task NothingIsOnItsWayAsync() => Eventually.EqualAsync(0L, () => ScalarAsync<long>(
        "select count(*) from notifications.mail where sent_at is null and given_up_at is null"));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Post.DisposeAsync();
        await Identity.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
