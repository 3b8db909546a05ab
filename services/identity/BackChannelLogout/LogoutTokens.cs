using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Journease.Identity.BackChannelLogout;

/// <summary>Writes the logout tokens of OpenID Connect Back-Channel Logout 1.0, which the OpenID Connect library here does not know.</summary>
internal sealed class LogoutTokens(IOptionsMonitor<OpenIddictServerOptions> server, PublicAddress address, TimeProvider clock)
{
    private const string Type = "logout+jwt";
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    // As short as the standard recommends: each try gets a token of its own.
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(2);

    private readonly JsonWebTokenHandler tokens = new() { SetDefaultTimesOnTokenCreation = false };

    public string Write(ClaimedNotice notice)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return tokens.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = Type,
            Issuer = address.Issuer.ToString(),
            Audience = notice.ClientId,
            IssuedAt = now,
            Expires = now + GoodFor,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = notice.AccountId.ToString(),
                [JwtRegisteredClaimNames.Sid] = notice.SessionId.ToString(),
                [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7().ToString(),
                ["events"] = new Dictionary<string, object> { [Event] = new Dictionary<string, object>() },
            },
            // The first signs, the others only verify.
            SigningCredentials = server.CurrentValue.SigningCredentials[0],
        });
    }
}
