using Journease.Desk;
using Journease.ServiceDefaults.UnitOfWork;
using Journease.ServiceDefaults.Verbs;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Journease.Messaging.Tests;

/// <summary>One database and one virtual host, and as many replicas of the desk service on them as a test starts.</summary>
public sealed class Desks : IAsyncLifetime
{
    private readonly List<WebApplication> running = [];

    public TestDatabase Database { get; } = new();

    public TestVirtualHost VirtualHost { get; } = new();

    public LogText Log { get; } = new();

    /// <summary>Another broker than the shared one, for tests that kill it.</summary>
    public string? Broker { get; init; }

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        await VirtualHost.InitializeAsync();
        await using var app = Build();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Database.EnsureCreatedAsync();
        foreach (var step in scope.ServiceProvider.GetServices<IMigrationStep>())
        {
            await step.RunAsync(TestContext.Current.CancellationToken);
        }
    }

    public Task<long> ArrivalsAsync(string where = "true") => Database.ReadAsync<long>($"select count(*) from desk.arrivals where {where}");

    public Task<long> UnsentAsync() => Database.ReadAsync<long>("select count(*) from desk.outbox_message where parked_at is null");

    /// <summary>Puts a message into the outbox past everything that would refuse it.</summary>
    public Task InsertAsync(Guid id, Guid key, string type = "Journease.Contracts.Scheduling.AppointmentBooked", string? body = null) => Database.ExecuteAsync($"""
        insert into desk.outbox_message (message_id, message_type, ordering_key, body, occurred_at, attempts)
        values ('{id}', '{type}', '{key}', '{body ?? BookedBody(id, key)}', now(), 0)
        """);

    public static string BookedBody(Guid id, Guid? aggregate = null, string kind = "plain", string more = "") => $$"""
        {"eventId":"{{id}}","occurredAt":"2026-11-24T00:00:00Z","subjectId":null,"aggregateId":"{{aggregate ?? id}}","aggregateVersion":1,"correlationId":"{{id}}","sessionType":"{{kind}}","startsAt":"2026-11-24T00:00:00Z","endsAt":"2026-11-24T00:00:00Z"{{more}}}
        """;

    /// <summary>Starts a replica.</summary>
    public async Task<WebApplication> StartAsync(params string[] settings)
    {
        var app = Build(settings);
        running.Add(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>Builds a replica that only writes: what it commits waits in the outbox.</summary>
    public WebApplication Build(params string[] settings)
    {
        var app = DeskService.Build(Arguments(settings), builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Services.PostConfigure<JwtBearerOptions>(
                JwtBearerDefaults.AuthenticationScheme,
                jwt => jwt.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(
                    new OpenIdConnectConfiguration { Issuer = TestTokens.Issuer, SigningKeys = { TestTokens.Key } }));
        });
        return app;
    }

    public string[] Arguments(params string[] settings) =>
    [
        "--urls=http://127.0.0.1:0",
        $"--ConnectionStrings:desk={Database.ConnectionString}",
        $"--ConnectionStrings:rabbitmq={Broker ?? VirtualHost.ConnectionString}",
        $"--Authentication:Issuer={TestTokens.Issuer}",
        $"--Sealing:MasterKeys:1={TestSecrets.MasterKey}",
        $"--Gateway:Secret={TestGateway.Secret}",
        .. settings,
    ];

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(running.Select(app => app.StopAsync(CancellationToken.None)));
        foreach (var app in running)
        {
            await app.DisposeAsync();
        }
        await VirtualHost.DisposeAsync();
        await Database.DisposeAsync();
    }
}

internal static class DeskWork
{
    /// <summary>Saves in one unit of work, as an act does.</summary>
    public static Task SaveAsync(this WebApplication app, Action<DeskDbContext> work, bool commit = true) => app.SaveAsync(db =>
    {
        work(db);
        return Task.CompletedTask;
    }, commit);

    public static async Task SaveAsync(this WebApplication app, Func<DeskDbContext, Task> work, bool commit = true)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        await db.InOneTransactionAsync(async (transaction, ct) =>
        {
            await work(db);
            await db.SaveChangesAsync(ct);
            if (commit)
            {
                await transaction.CommitAsync(ct);
            }
            return true;
        }, TestContext.Current.CancellationToken);
    }
}
