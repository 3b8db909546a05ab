using System.Net;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Journease.Portal.Sessions;

/// <summary>Asks identity for fresh tokens.</summary>
internal sealed class TokenEndpoint(IOptionsMonitor<OpenIdConnectOptions> options, TimeProvider clock)
{
    /// <summary>Fresh tokens, or null when identity says that this sign-in has ended.</summary>
    /// <exception cref="HttpRequestException">Identity did not answer; the refresh token may still be good.</exception>
    public async Task<SessionTokens?> RefreshAsync(string refreshToken, CancellationToken ct)
    {
        var oidc = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var issuer = await oidc.ConfigurationManager!.GetConfigurationAsync(ct);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string?>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken,
            ["client_id"] = oidc.ClientId,
            ["client_secret"] = oidc.ClientSecret,
        }!);
        // Not cancelled with the request: an answer that nobody reads would use the refresh token up for nothing.
        using var response = await oidc.Backchannel.PostAsync(new Uri(issuer.TokenEndpoint), form, CancellationToken.None);
        if (response.StatusCode == HttpStatusCode.BadRequest
            && await response.Content.ReadFromJsonAsync<Refusal>(CancellationToken.None) is { Error: "invalid_grant" })
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(CancellationToken.None);
        return answer is null ? null : new(answer.AccessToken, answer.RefreshToken ?? refreshToken, clock.GetUtcNow().AddSeconds(answer.ExpiresIn));
    }

    private sealed record Refusal([property: JsonPropertyName("error")] string? Error);

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
