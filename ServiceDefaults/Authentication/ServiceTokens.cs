using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Journease.ServiceDefaults.Gateway;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>This service's own tokens, one for each service that it calls, kept until shortly before they end.</summary>
internal sealed class ServiceTokens(
    IHttpClientFactory clients, AuthenticationSettings settings, GatewaySecret gateway, ServiceSecret secret, TimeProvider clock) : IDisposable
{
    public const string HttpClientName = "service-tokens";

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Token> tokens = new();
    private readonly SemaphoreSlim oneAtATime = new(1);

    public async Task<string> ForAsync(string audience, CancellationToken ct)
    {
        if (Kept(audience) is { } kept)
        {
            return kept;
        }

        await oneAtATime.WaitAsync(ct);
        try
        {
            return Kept(audience) ?? await ObtainAsync(audience, ct);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>The other service did not take it.</summary>
    public void Forget(string audience) => tokens.TryRemove(audience, out _);

    public void Dispose() => oneAtATime.Dispose();

    private string? Kept(string audience) =>
        tokens.TryGetValue(audience, out var token) && token.Until > clock.GetUtcNow() ? token.Value : null;

    private async Task<string> ObtainAsync(string audience, CancellationToken ct)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.InternalIssuer.ToString().TrimEnd('/') + "/connect/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = secret.ClientId,
                ["client_secret"] = secret.Secret,
                ["scope"] = audience,
            }),
        };
        request.Headers.Add(GatewaySecret.Header, gateway.Value); // there is no token yet to show instead
        using var response = await client.SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(ct) ?? throw new HttpRequestException("No token came.");
        tokens[audience] = new(answer.AccessToken, clock.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - Margin);
        return answer.AccessToken;
    }

    private sealed record Token(string Value, DateTimeOffset Until);

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
