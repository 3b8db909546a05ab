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
        .. settings,
    ];

    public async ValueTask DisposeAsync()
    {
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
