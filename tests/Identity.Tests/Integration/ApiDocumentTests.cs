using Journease.Testing.Services;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ApiDocumentTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public Task The_api_is_described_in_full_and_as_it_was_agreed() => ApiDocument.HoldAsync(host.Services, host.Anonymous, "/identity/v1", "identity");

    [Fact]
    public void Every_endpoint_keeps_the_rules_of_the_house() => EndpointRules.Hold(host.Services, "/identity/v1");
}
