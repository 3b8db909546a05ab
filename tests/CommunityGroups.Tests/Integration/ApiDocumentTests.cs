using Journease.Testing.Services;

namespace Journease.CommunityGroups.Tests.Integration;

public sealed class ApiDocumentTests(GroupsHost host) : IClassFixture<GroupsHost>
{
    [Fact]
    public Task The_api_is_described_in_full_and_as_it_was_agreed() => ApiDocument.HoldAsync(host.Services, host.Anonymous, "/groups/v1", "community-groups");
}
