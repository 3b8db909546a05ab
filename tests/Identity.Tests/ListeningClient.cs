using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Journease.Identity.Tests;

/// <summary>The portal, as far as identity tells it that sessions have ended: a real port that keeps what arrives.</summary>
public sealed class ListeningClient : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonWebToken> heard = new();
    private readonly WebApplication app;

    public ListeningClient()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/signout-backchannel", async (HttpRequest request) =>
        {
            heard.Enqueue(new((await request.ReadFormAsync())["logout_token"].ToString()));
            return Results.StatusCode(Status);
        });
        app.StartAsync().GetAwaiter().GetResult();
    }

    public Uri Address => new(app.Urls.Single() + "/signout-backchannel");

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    public IReadOnlyList<JsonWebToken> Heard => [.. heard];

    /// <summary>What was said about this session of identity's.</summary>
    public IReadOnlyList<JsonWebToken> About(string session) => [.. heard.Where(token => token.GetClaim("sid").Value == session)];

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>Identity with a client that listens, and that is told quickly.</summary>
public sealed class TellingHost : IdentityHost
{
    public TellingHost()
    {
        Settings["Clients:Portal:BackChannelLogout"] = Listener.Address.ToString();
        Settings["BackChannelLogout:LookEvery"] = "00:00:00.05";
        Settings["Closing:LookEvery"] = "00:00:00.1";
    }

    public ListeningClient Listener { get; } = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Listener.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
