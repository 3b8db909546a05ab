using System.Net.Http.Headers;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Data;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Journease.ServiceDefaults.Tests.Notes;

/// <summary>The smallest service that has everything of ServiceDefaults, in Production, on a database of its own.</summary>
public sealed class NotesService : IAsyncLifetime
{
    private readonly TestDatabase database = new();
    private WebApplication app = null!;

    public LogText Log { get; } = new();

    public HttpClient Anonymous => PastTheGateway.ThroughTheGateway();

    public HttpClient PastTheGateway => app.GetTestClient();

    public HttpClient ClientFor(Guid account) => WithToken(TestTokens.For(account, "notes"));

    public HttpClient WithToken(string token)
    {
        var client = Anonymous;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public Task<long> CountAsync(string text) => database.ReadAsync<long>($"SELECT count(*) FROM notes.notes WHERE text = '{text}'");

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:notes"] = database.ConnectionString,
            ["Authentication:Issuer"] = TestTokens.Issuer,
            ["Sealing:MasterKeys:1"] = TestSecrets.MasterKey,
            ["Gateway:Secret"] = TestGateway.Secret,
        });
        builder.AddServiceDefaults();
        builder.AddServiceAuthentication("notes");
        builder.AddServiceDatabase<NotesDbContext>("notes");
        builder.Services.AddServiceApi("Notes");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseTestServer();
        builder.Services.PostConfigure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            jwt => jwt.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(
                new OpenIdConnectConfiguration { Issuer = TestTokens.Issuer, SigningKeys = { TestTokens.Key } }));
        app = builder.Build();
        app.UseServiceDefaults();
        app.MapServiceApi("/notes/v1").MapNotes();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<NotesDbContext>().Database.EnsureCreatedAsync();
        }
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
