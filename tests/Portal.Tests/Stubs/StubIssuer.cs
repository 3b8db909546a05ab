using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Journease.Portal.Tests.Stubs;

/// <summary>An issuer that signs everybody in at once, and uses each refresh token up, as identity does.</summary>
public sealed class StubIssuer(Func<Uri> gateway)
{
    private const string Person = "00000000-0000-7000-8000-000000000001";
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "test" };

    private readonly ConcurrentDictionary<string, string> nonces = new();
    private readonly ConcurrentDictionary<string, bool> access = new();
    private readonly ConcurrentDictionary<string, bool> refresh = new();
    private int issued;
    private int refreshed;
    private int replayed;

    /// <summary>How long access tokens last.</summary>
    public int AccessSeconds { get; set; } = 600;

    public string PersonName { get; set; } = "Sam";

    /// <summary>How often tokens were refreshed.</summary>
    public int Refreshed => refreshed;

    /// <summary>How often a refresh token came back that had been used up: then identity would have ended the sign-in.</summary>
    public int Replayed => replayed;

    /// <summary>The last request to sign in, as the browser brought it.</summary>
    public IQueryCollection? Asked { get; private set; }

    public bool SawSignOut { get; private set; }

    /// <summary>What happens once between the tokens of the next sign-in being made and the portal getting them.</summary>
    public Func<string, Task>? BeforeNextTokens { get; set; }

    /// <summary>The session (<c>sid</c>) of whoever signed in last.</summary>
    public string LastSession { get; private set; } = "";

    public string Address => new Uri(gateway(), "/identity").ToString();

    public bool Knows(string? authorization) => authorization is not null && access.ContainsKey(authorization.Replace("Bearer ", "", StringComparison.Ordinal));

    /// <summary>What the person who signs in next is.</summary>
    public string Role { get; set; } = "client";

    /// <summary>Identity ends every sign-in.</summary>
    public void EndAll()
    {
        access.Clear();
        refresh.Clear();
    }

    public void Map(WebApplication app)
    {
        app.MapGet("/identity/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = Address + "/connect/authorize",
            ["token_endpoint"] = Address + "/connect/token",
            ["end_session_endpoint"] = Address + "/connect/endsession",
            ["jwks_uri"] = Address + "/keys",
        }));
        app.MapGet("/identity/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(Key);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = key.Kid, n = key.N, e = key.E, alg = "RS256" } } });
        });
        app.MapGet("/identity/connect/authorize", Authorize);
        app.MapPost("/identity/connect/token", TokenAsync);
        app.MapGet("/identity/connect/endsession", (string post_logout_redirect_uri, string? state) =>
        {
            SawSignOut = true;
            return Results.Redirect($"{post_logout_redirect_uri}?state={Uri.EscapeDataString(state ?? "")}");
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query;
        var code = "code-" + Interlocked.Increment(ref issued);
        nonces[code] = request.Query["nonce"].ToString();
        return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != "journease-portal" || form["client_secret"] != PortalHost.ClientSecret)
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
        }
        if (form["grant_type"] == "refresh_token")
        {
            if (!refresh.TryRemove(form["refresh_token"].ToString(), out _))
            {
                Interlocked.Increment(ref replayed);
                return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
            }
            Interlocked.Increment(ref refreshed);
            return Results.Json(Tokens(null));
        }
        if (!nonces.TryRemove(form["code"].ToString(), out var nonce) || form["code_verifier"].Count != 1)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }
        var tokens = Tokens(nonce);
        if (BeforeNextTokens is { } act)
        {
            BeforeNextTokens = null;
            await act(LastSession);
        }
        return Results.Json(tokens);
    }

    private Dictionary<string, object> Tokens(string? nonce)
    {
        var number = Interlocked.Increment(ref issued);
        access["access-" + number] = true;
        refresh["refresh-" + number] = true;
        var tokens = new Dictionary<string, object>
        {
            ["token_type"] = "Bearer",
            ["access_token"] = "access-" + number,
            ["refresh_token"] = "refresh-" + number,
            ["expires_in"] = AccessSeconds,
        };
        if (nonce is not null)
        {
            tokens["id_token"] = IdToken(nonce);
        }
        return tokens;
    }

    /// <summary>A logout token as identity writes them, or as a test says.</summary>
    public string LogoutToken(
        string session, DateTimeOffset now, Action<Dictionary<string, object>>? change = null, string type = "logout+jwt", SecurityKey? key = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Address,
            ["aud"] = "journease-portal",
            ["sub"] = Person,
            ["sid"] = session,
            ["jti"] = Guid.CreateVersion7().ToString(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(2).ToUnixTimeSeconds(),
            ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() },
        };
        change?.Invoke(claims);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Claims = claims,
            SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256),
        });
    }

    private string IdToken(string nonce)
    {
        LastSession = Guid.CreateVersion7().ToString();
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = "journease-portal",
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
            Subject = new ClaimsIdentity([
                new("sub", Person), new("sid", LastSession), new("name", PersonName), new("role", Role), new("nonce", nonce)]),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
    }
}
