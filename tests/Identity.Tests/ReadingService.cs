using System.Net;
using System.Net.Http.Headers;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journease.Identity.Tests;

/// <summary>A running service that checks tokens as all services do, with the keys that this identity publishes.</summary>
public sealed class ReadingService : IAsyncDisposable
{
    private readonly WebApplication app;

    private ReadingService(WebApplication app) => this.app = app;

    public static async Task<ReadingService> StartAsync(IdentityHost identity)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Authentication:Issuer"] = TestTokens.Issuer,
            ["Authentication:InternalIssuer"] = "http://localhost/identity",
        });
        builder.Logging.ClearProviders();
        builder.AddServiceAuthentication("intake");
        builder.Services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => identity.Server.CreateHandler()));
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", () => "good");
        await app.StartAsync();
        return new(app);
    }

    /// <summary>What it answers to somebody who shows this token.</summary>
    public async Task<HttpStatusCode> AnswersAsync(string token)
    {
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
