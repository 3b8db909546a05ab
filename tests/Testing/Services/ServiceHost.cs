using System.Net;
using System.Net.Http.Headers;
using Journease.Contracts;
using Journease.Contracts.Identity;
using Journease.PersonExport;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing.Classification;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Xunit;
using Resource = Hl7.Fhir.Model.Resource;

namespace Journease.Testing.Services;

/// <summary>
/// A whole service in this process, migrated by its own verb, with a database and a virtual host of its own and the real
/// token check. Use one per test class. A service's tests derive from it and add intent methods.
/// </summary>
/// <param name="name">Database, schema and connection string; also the audience of its tokens.</param>
public class ServiceHost<TProgram>(string name) : WebApplicationFactory<TProgram>, IAsyncLifetime
    where TProgram : class
{
    private readonly TestDatabase database = new();
    private readonly TestVirtualHost virtualHost = new();
    private readonly PublishedEvents published = new();
    private readonly DeclaredRefusals refusals = new();

    /// <summary>Everything the service logs, as text.</summary>
    public LogText Log { get; } = new();

    /// <summary>As the superuser, for assertions on what is stored.</summary>
    public string ConnectionString => database.ConnectionString;

    /// <summary>The audience of the tokens that this service takes.</summary>
    public string Audience => name;

    public HttpClient Anonymous => CreateClient();

    /// <summary>Settings on top of the usual ones, for example <c>environment</c>; set before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        await virtualHost.InitializeAsync();
        await MigrateAsync();
        await published.ListenAsync(virtualHost.AmqpUri);
    }

    /// <summary>A client that carries a token of this account with these roles.</summary>
    public HttpClient ClientFor(Guid account, params string[] roles)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.For(account, name, roles));
        return client;
    }

    /// <summary>What this service gives for a person's copy of everything; refused unless it is valid FHIR R4.</summary>
    public async Task<IReadOnlyList<Resource>> ExportOfAsync(Guid subject)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.ForService(name));
        var answer = await client.GetAsync($"/{name}/v1/people/{subject}/export", TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
        return [.. FhirR4.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Entry.Select(entry => entry.Resource!)];
    }

    /// <summary>Waits until the service has published such an event, and returns it.</summary>
    public Task<TEvent> PublishedAsync<TEvent>(Func<TEvent, bool>? which = null) where TEvent : class, IEvent =>
        Eventually.FoundAsync(() => Task.FromResult(published.All<TEvent>().FirstOrDefault(which ?? (_ => true))));

    /// <summary>What the service has published so far.</summary>
    public IReadOnlyList<TEvent> Published<TEvent>() where TEvent : class, IEvent => published.All<TEvent>();

    /// <summary>Sends an event to the service as another service's outbox would, in as many copies as asked.</summary>
    public async Task DeliverAsync(IEvent fact, int copies = 1)
    {
        _ = Services; // a service that nobody has asked anything yet is not running
        for (var copy = 0; copy < copies; copy++)
        {
            await published.PublishAsync(fact);
        }
    }

    /// <summary>Disables an account as identity would, and waits until its tokens are refused.</summary>
    public async Task DisableAsync(Guid account)
    {
        var list = Services.GetRequiredService<AccessList>();
        if (!list.Refuses(account, DateTimeOffset.UnixEpoch))
        {
            await DeliverAsync(new AccountAccessChanged
            {
                EventId = Guid.CreateVersion7(),
                OccurredAt = TimeProvider.System.GetUtcNow(),
                SubjectId = account,
                AggregateId = account,
                AggregateVersion = 2,
                NotBefore = TimeProvider.System.GetUtcNow(),
            });
            await Eventually.TrueAsync(() => list.Refuses(account, DateTimeOffset.UnixEpoch));
        }
    }

    /// <summary>Fails unless <c>docs/data.md</c> says of every column what may lie in it.</summary>
    public Task EveryColumnHasItsClassAsync() => ColumnClasses.HoldAsync(name, Services, ConnectionString);

    /// <summary>Runs one statement and returns its first value.</summary>
    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is T value ? value : default;
    }

    /// <summary>What every client of a test sends, also those of its replicas.</summary>
    protected override void ConfigureClient(HttpClient client)
    {
        base.ConfigureClient(client);
        client.ThroughTheGateway();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in AllSettings())
        {
            builder.UseSetting(key, value);
        }
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.PostConfigure<JwtBearerOptions>(
                JwtBearerDefaults.AuthenticationScheme,
                jwt => jwt.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(
                    new OpenIdConnectConfiguration { Issuer = TestTokens.Issuer, SigningKeys = { TestTokens.Key } }));
            services.PostConfigure<ProblemDetailsOptions>(problems =>
            {
                var usual = problems.CustomizeProblemDetails;
                problems.CustomizeProblemDetails = problem =>
                {
                    usual?.Invoke(problem);
                    refusals.Note(problem.HttpContext, problem.ProblemDetails.Type);
                };
            });
        });
    }

    private Dictionary<string, string> AllSettings() =>
        Settings.Concat(UsualSettings().Where(usual => !Settings.ContainsKey(usual.Key))).ToDictionary();

    private Dictionary<string, string> UsualSettings() => new()
    {
        ["ConnectionStrings:" + name] = database.ConnectionString,
        ["ConnectionStrings:rabbitmq"] = virtualHost.ConnectionString,
        ["Authentication:Issuer"] = Settings.GetValueOrDefault("Authentication:Issuer", TestTokens.Issuer),
        ["Gateway:Secret"] = TestGateway.Secret,
        ["Messaging:AccessReload"] = "00:00:00.2",
        ["ServiceCredential:Secret"] = "not-asked-for-in-tests",
        ["Sealing:MasterKeys:1"] = TestSecrets.MasterKey,
    };

    // The verb as an operator would run it, in this process because it is warm.
    private async Task MigrateAsync()
    {
        string[] args = ["migrate", .. AllSettings().Select(setting => $"--{setting.Key}={setting.Value}")];
        var entry = typeof(TProgram).Assembly.EntryPoint!;
        await Task.Run(() => entry.Invoke(null, [args]));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await published.DisposeAsync();
        await virtualHost.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
        refusals.Hold();
    }
}
