using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

public sealed class ApiDocumentTests(IntakeHost host) : IClassFixture<IntakeHost>
{
    [Fact]
    public Task The_api_is_described_in_full_and_as_it_was_agreed() => ApiDocument.HoldAsync(host.Services, host.Anonymous, "/intake/v1", "intake");
}
