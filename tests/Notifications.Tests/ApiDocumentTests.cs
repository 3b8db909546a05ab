using Journease.Testing.Services;

namespace Journease.Notifications.Tests;

public sealed class ApiDocumentTests(NotificationsHost host) : IClassFixture<NotificationsHost>
{
    [Fact]
    public Task The_api_is_described_in_full_and_as_it_was_agreed() => ApiDocument.HoldAsync(host.Services, host.Anonymous, "/notifications/v1", "notifications");
}
