using System.Net;
using Journease.Scheduling.BusyTimes;
using Journease.Scheduling.Tests.BusyTimes;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Journease.Scheduling.Tests.Integration;

/// <summary>The scheduling service on a Monday morning in New York, half an hour before work.</summary>
public sealed class SchedulingHost : ServiceHost<Program>
{
    public static readonly DateTimeOffset Monday = new(2026, 10, 5, 0, 0, 0, TimeSpan.FromHours(-4));

    public SchedulingHost() : base("scheduling")
    {
        Settings["Scheduling:ExpiryCheck"] = "00:00:00.2";
        Settings["Scheduling:CalendarCheck"] = "00:00:00.2";
    }

    /// <summary>From where linked calendars are read.</summary>
    public StubCalendars Calendars { get; } = new();

    public ShiftedClock Clock { get; } = new(Monday.AddHours(8.5));

    public HttpClient Administrator => ClientFor(Guid.CreateVersion7(), Roles.Administrator);

    public HttpClient Coordinator => ClientFor(Guid.CreateVersion7(), Roles.Coordinator);

    public HttpClient Prescriber => ClientFor(Guid.CreateVersion7(), Roles.Prescriber);

    public HttpClient SomeClient => ClientOf(Guid.CreateVersion7());

    public HttpClient ClientOf(Guid account) => ClientFor(account, Roles.Client);

    /// <summary>A site of its own with people who work there from nine to five, and rooms with a chair each.</summary>
    public async Task<Practice> PracticeAsync(int rooms = 1, string zone = "America/New_York", params string[] roles)
    {
        var admin = Administrator;
        var site = await admin.PostOnceAsync("/scheduling/v1/sites", new { name = "Here", zone }).ReadAsync<Created>(HttpStatusCode.Created);
        for (var i = 1; i <= rooms; i++)
        {
            await admin.PostOnceAsync("/scheduling/v1/rooms", new { siteId = site.Id, name = $"Room {i}", seats = 6 }).ExpectAsync(HttpStatusCode.Created);
            await admin.PostOnceAsync("/scheduling/v1/equipment", new { siteId = site.Id, kind = "chair", name = $"Chair {i}" }).ExpectAsync(HttpStatusCode.Created);
        }

        var people = new List<Colleague>();
        foreach (var role in roles.Length == 0 ? [Roles.Therapist] : roles)
        {
            var account = Guid.CreateVersion7();
            var added = await admin.PostOnceAsync("/scheduling/v1/practitioners", new
            {
                accountId = account,
                name = $"A {role}",
                roles = new[] { role },
                workingHours = Enumerable.Range(1, 5).Select(day => new { siteId = site.Id, day = ((DayOfWeek)day).ToString().ToLowerInvariant(), from = "09:00:00", to = "17:00:00" }),
            }).ReadAsync<Created>(HttpStatusCode.Created);
            people.Add(new(added.Id, account, role));
        }
        return new(site.Id, people);
    }

    public Task<long> OverlapsAsync() => ScalarAsync<long>("""
        SELECT count(*) FROM scheduling.claim a JOIN scheduling.claim b ON a.resource_id = b.resource_id AND a.during && b.during
        WHERE a.released_at IS NULL AND b.released_at IS NULL AND (a.appointment_id, a.number) < (b.appointment_id, b.number)
        """);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
            .Replace(ServiceDescriptor.Singleton(_ => new CalendarDownload(Calendars))));
    }

    public sealed record Created(Guid Id);
}

/// <summary>Somebody who works at a practice.</summary>
public sealed record Colleague(Guid Id, Guid Account, string Role);

/// <summary>A site with its people.</summary>
public sealed record Practice(Guid SiteId, IReadOnlyList<Colleague> People)
{
    public Colleague The(string role) => People.First(person => person.Role == role);

    public Guid Leader(string sessionType) => sessionType switch
    {
        "dosing" => The(Roles.Prescriber).Id,
        "inquiry-call" => The(Roles.Coordinator).Id,
        _ => The(Roles.Therapist).Id,
    };
}

/// <summary>An appointment as the API shows it.</summary>
public sealed record Booked(
    Guid Id, Guid ClientId, string SessionType, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Zone,
    Guid SiteId, Guid? RoomId, IReadOnlyList<Guid> PractitionerIds, string Status);

/// <summary>Booking as a client of the API does it.</summary>
public static class Booking
{
    public static Task<HttpResponseMessage> BookAsync(
        this HttpClient client, Practice practice, DateTimeOffset startsAt, string sessionType = "preparation", Guid? key = null, Guid? clientId = null) =>
        client.PostOnceAsync(
            "/scheduling/v1/appointments",
            clientId is null
                ? new { sessionType, startsAt, practitionerId = practice.Leader(sessionType) }
                : new { sessionType, startsAt, practitionerId = practice.Leader(sessionType), clientId },
            key);

    public static async Task<Booked> BookedAsync(this HttpClient client, Practice practice, DateTimeOffset startsAt, string sessionType = "preparation") =>
        await client.BookAsync(practice, startsAt, sessionType).ReadAsync<Booked>(HttpStatusCode.Created);
}
