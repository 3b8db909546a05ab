using System.Text.Json.Nodes;
using Journease.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Journease.Identity.Tests.Authorization;

/// <summary>Gets tokens as the apps do, with the cookie of somebody who is signed in; and makes of them what must be refused.</summary>
internal sealed class VisitorTokens(IdentityHost host)
{
    /// <summary>The tokens that a client gets for this person.</summary>
    public async Task<Tokens> OfAsync(SignedInVisitor visitor, SignInFlow flow)
    {
        using var program = host.NewProgram();
        using var asking = new HttpRequestMessage(HttpMethod.Get, SignInFlow.Address(flow.AuthorizeParameters));
        asking.Headers.Add("Cookie", $"journease-identity={visitor.Cookie}");
        using var back = await program.SendAsync(asking);
        return await flow.ExchangeAsync(program, flow.CodeFrom(back)).ReadAsync<Tokens>();
    }

    /// <summary>The token of another service's own.</summary>
    public async Task<string> OfServiceAsync()
    {
        using var program = host.NewProgram();
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "journease-service-intake",
            ["client_secret"] = IdentityHost.IntakeSecret,
            ["scope"] = "identity",
        });
        var tokens = await program.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), form).ReadAsync<Tokens>();
        return tokens.Access_token;
    }

    /// <summary>The same token, signed with the same key, whose time is over.</summary>
    public async Task<string> ExpiredAsync(string token)
    {
        var claims = (JsonObject)JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!;
        // Of tokens that are shown to this service itself, the row counts.
        await host.ScalarAsync<int>($"update identity.token set expiration_date = now() - interval '5 minutes' where id = '{claims["oi_tkn_id"]}'");
        var end = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds();
        (claims["exp"], claims["iat"], claims["nbf"]) = (end, end - 600, end - 600);
        return Sign(claims.ToJsonString(), KeyOf(token));
    }

    /// <summary>The same claims under the same name of a key, signed with something else.</summary>
    public string SignedAgain(string token, Func<SecurityKey, SigningCredentials> with) =>
        Sign(Base64UrlEncoder.Decode(token.Split('.')[1]), with(KeyOf(token).Key));

    private SigningCredentials KeyOf(string token) => host.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue
        .SigningCredentials.First(credentials => credentials.Key.KeyId == new JsonWebToken(token).Kid);

    private static string Sign(string claims, SigningCredentials key) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
        .CreateToken(claims, key, new Dictionary<string, object> { ["typ"] = "at+jwt" });

    /// <summary>One letter in the middle is another.</summary>
    public static string Changed(string secret)
    {
        var at = secret.Length / 2;
        return secret[..at] + (secret[at] == 'A' ? 'B' : 'A') + secret[(at + 1)..];
    }
}
