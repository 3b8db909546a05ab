using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Journease.Portal.SignIn;

/// <summary>Reads identity's word that a session has ended, and believes only what the standard allows (OpenID Connect Back-Channel Logout 1.0, 2.6).</summary>
internal sealed class LogoutTokens(IOptionsMonitor<OpenIdConnectOptions> options, TimeProvider clock)
{
    private const string Type = "logout+jwt";
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    // Longer than identity's tokens are good: whoever kept one for later is refused, whatever its end says.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler tokens = new() { MapInboundClaims = false };

    /// <summary>Null when it is not to be believed.</summary>
    public async Task<LogoutToken?> ReadAsync(string written)
    {
        var oidc = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var result = await tokens.ValidateTokenAsync(written, new TokenValidationParameters
        {
            ValidIssuers = oidc.TokenValidationParameters.ValidIssuers,
            ValidAudience = oidc.ClientId,
            ValidTypes = [Type],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            // Asks for the keys once more when it does not know the one that signed.
            ConfigurationManager = (BaseConfigurationManager)oidc.ConfigurationManager!,
            RequireExpirationTime = true,
            ClockSkew = Skew,
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime - Skew,
        });
        return result.IsValid && Means(result) ? Read(result) : null;
    }

    // An id token of the same person has a nonce and no such event: neither may pass for the other.
    private bool Means(TokenValidationResult result) =>
        result.Claims.TryGetValue("events", out var events) && events is JsonElement { ValueKind: JsonValueKind.Object } told
        && told.TryGetProperty(Event, out var happened) && happened.ValueKind == JsonValueKind.Object
        && !result.Claims.ContainsKey(JwtRegisteredClaimNames.Nonce)
        && result.SecurityToken is JsonWebToken { IssuedAt: var issuedAt } && IsRecent(issuedAt);

    private bool IsRecent(DateTime issuedAt)
    {
        var age = clock.GetUtcNow().UtcDateTime - issuedAt;
        return age > -Skew && age < Oldest + Skew;
    }

    private static LogoutToken? Read(TokenValidationResult result) =>
        Text(result, JwtRegisteredClaimNames.Jti) is { } id && Text(result, JwtRegisteredClaimNames.Sid) is { } session ? new(id, session) : null;

    private static string? Text(TokenValidationResult result, string claim) =>
        result.Claims.TryGetValue(claim, out var value) && value is string { Length: > 0 and <= Sessions.Session.LongestIdentityId } text ? text : null;
}

/// <summary>What identity says: this session of mine has ended.</summary>
internal sealed record LogoutToken(string Id, string IdentitySession);
