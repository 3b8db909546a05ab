using Journease.Testing.Services;

namespace Journease.Content.Tests.Integration;

public sealed class ApiDocumentTests(ContentHost host) : IClassFixture<ContentHost>
{
    [Fact]
    public Task The_api_is_described_in_full_and_as_it_was_agreed() => ApiDocument.HoldAsync(host.Services, host.Anonymous, "/content/v1", "content");
}
