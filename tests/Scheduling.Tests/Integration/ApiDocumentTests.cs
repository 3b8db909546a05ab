using Journease.Testing.Services;

namespace Journease.Scheduling.Tests.Integration;

public sealed class ApiDocumentTests(SchedulingHost host) : IClassFixture<SchedulingHost>
{
    [Fact]
    public Task The_api_is_described_in_full_and_as_it_was_agreed() => ApiDocument.HoldAsync(host.Services, host.Anonymous, "/scheduling/v1", "scheduling");
}
