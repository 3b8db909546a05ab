using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Journease.Benchmarks.Booking;

/// <summary>Stands in for identity: publishes a key of its own and signs access tokens with it.</summary>
internal sealed class MeasuredIssuer : IAsyncDisposable
{
    private const string KeyId = "measured";

    private readonly RSA key;
    private readonly WebApplication app;

    private MeasuredIssuer(RSA key, WebApplication app) => (this.key, this.app) = (key, app);

    public string Address => app.Urls.Single();

    /// <summary>What tokens carry as their issuer.</summary>
    public string Name => Address + "/identity";

    public static async Task<MeasuredIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new MeasuredIssuer(RSA.Create(2048), app);
        app.MapGet("/identity/.well-known/openid-configuration", () => new { issuer = issuer.Name, jwks_uri = issuer.Name + "/.well-known/jwks" });
        app.MapGet("/identity/.well-known/jwks", () => new { keys = new[] { issuer.PublicKey() } });
        await app.StartAsync();
        return issuer;
    }

    /// <summary>A token for somebody with this role, good for the whole measurement.</summary>
    public string TokenFor(string role, string audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Name,
        Audience = audience,
        TokenType = "at+jwt",
        Claims = new Dictionary<string, object> { ["sub"] = Guid.CreateVersion7().ToString(), ["role"] = new[] { role } },
        Expires = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime,
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private object PublicKey()
    {
        var parts = key.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = KeyId,
            n = Base64Url.EncodeToString(parts.Modulus),
            e = Base64Url.EncodeToString(parts.Exponent),
        };
    }
}
