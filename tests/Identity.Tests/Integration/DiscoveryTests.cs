using System.Text.Json;
using Journease.Testing;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class DiscoveryTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string Issuer = "https://gateway.test/identity";

    [Theory]
    [InlineData("https://gateway.test")]
    [InlineData("http://identity")]
    [InlineData("http://elsewhere.test:1234")]
    public async Task Whoever_asks_reads_addresses_below_the_issuer(string address)
    {
        using var program = host.NewProgram();
        program.DefaultRequestHeaders.Add("X-Forwarded-Host", "elsewhere.test");

        var document = await program.GetAsync(new Uri(address + "/identity/.well-known/openid-configuration"), TestContext.Current.CancellationToken)
            .ReadAsync<JsonElement>();

        Assert.Equal(Issuer, document.GetProperty("issuer").GetString());
        var addresses = document.EnumerateObject().Where(member => member.Name.EndsWith("_endpoint", StringComparison.Ordinal) || member.Name == "jwks_uri").ToList();
        Assert.Equal(6, addresses.Count);
        Assert.All(addresses, member => Assert.StartsWith(Issuer + "/", member.Value.GetString(), StringComparison.Ordinal));
        Assert.Equal(["S256"], Values(document, "code_challenge_methods_supported"));
        Assert.Equal(["code"], Values(document, "response_types_supported"));
        Assert.Equal(["authorization_code", "client_credentials", "refresh_token"], Values(document, "grant_types_supported").Order());
        Assert.Contains("groups", Values(document, "scopes_supported"));
        Assert.True(document.GetProperty("backchannel_logout_supported").GetBoolean());
        Assert.True(document.GetProperty("backchannel_logout_session_supported").GetBoolean());
        Assert.Contains("sid", Values(document, "claims_supported"));
    }

    [Fact]
    public async Task The_keys_show_nothing_private()
    {
        using var program = host.NewProgram();

        var keys = await program.GetAsync(new Uri("/identity/.well-known/jwks", UriKind.Relative), TestContext.Current.CancellationToken).ReadAsync<JsonElement>();

        var key = Assert.Single(keys.GetProperty("keys").EnumerateArray());
        Assert.Equal("sig", key.GetProperty("use").GetString());
        Assert.False(key.TryGetProperty("d", out _));
    }

    private static List<string?> Values(JsonElement document, string member) =>
        [.. document.GetProperty(member).EnumerateArray().Select(value => value.GetString())];
}
