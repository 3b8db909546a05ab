using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Journease.Notifications.Tests;

/// <summary>Identity, as far as notifications can tell: gives tokens to services, and says how people are reached.</summary>
public sealed class TestIdentity : IAsyncDisposable
{
    private const string Token = "token-of-the-tests";

    private readonly ConcurrentDictionary<Guid, Answer> people = new();
    private readonly WebApplication server;

    public TestIdentity()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.MapPost("/identity/connect/token", () => Results.Json(new { access_token = Token, expires_in = 600 }));
        server.MapGet("/identity/v1/people/{id:guid}/contact", (Guid id, HttpRequest request) =>
            IsAway ? Results.StatusCode(503)
            : request.Headers.Authorization != "Bearer " + Token ? Results.Unauthorized()
            : people.TryGetValue(id, out var person) ? Results.Json(person) : Results.NotFound());
        server.StartAsync().GetAwaiter().GetResult();
    }

    public Uri Address => new(server.Urls.Single());

    public bool IsAway { get; set; }

    /// <summary>Somebody has an account from now on.</summary>
    /// <returns>Their address.</returns>
    public string Open(Guid account, string zone)
    {
        var email = $"{account:N}@people.example";
        people[account] = new(email, "Somebody", zone, "en-US");
        return email;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private sealed record Answer(string Email, string Name, string TimeZone, string Language);
}
