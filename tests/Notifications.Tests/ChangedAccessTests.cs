using System.Net;
using System.Net.Http.Headers;
using Journease.Contracts.Identity;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Notifications.Tests;

[Trait("Needs", "servers")]
public sealed class ChangedAccessTests(NotificationsHost host) : IClassFixture<NotificationsHost>
{
    private static readonly Uri Messages = new("/notifications/v1/messages", UriKind.Relative);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_from_before_is_refused_within_seconds_and_one_from_after_is_good()
    {
        var account = Guid.CreateVersion7();
        using var before = With(account, issued: DateTime.UtcNow.AddMinutes(-5));
        using var after = With(account, issued: DateTime.UtcNow.AddSeconds(5));
        using var other = With(Guid.CreateVersion7(), issued: DateTime.UtcNow.AddMinutes(-5));
        await before.GetAsync(Messages, Ct).ExpectAsync(HttpStatusCode.OK);

        await host.DeliverAsync(Changed(account, DateTimeOffset.UtcNow));

        await Eventually.EqualAsync(HttpStatusCode.Unauthorized, async () => (await before.GetAsync(Messages, Ct)).StatusCode);
        var refused = await before.GetAsync(Messages, Ct);
        await refused.ProblemAsync(401, "not-signed-in");
        Assert.Equal("Bearer error=\"invalid_token\"", Assert.Single(refused.Headers.WwwAuthenticate).ToString());
        await after.GetAsync(Messages, Ct).ExpectAsync(HttpStatusCode.OK);
        await other.GetAsync(Messages, Ct).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_latest_change_counts_in_whatever_order_they_are_heard()
    {
        var (account, marker) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        using var between = With(account, issued: DateTime.UtcNow.AddMinutes(-2));
        using var marked = With(marker, issued: DateTime.UtcNow.AddMinutes(-2));
        await host.DeliverAsync(Changed(account, DateTimeOffset.UtcNow));
        await Eventually.EqualAsync(HttpStatusCode.Unauthorized, async () => (await between.GetAsync(Messages, Ct)).StatusCode);

        await host.DeliverAsync(Changed(account, DateTimeOffset.UtcNow.AddMinutes(-4)));
        await host.DeliverAsync(Changed(marker, DateTimeOffset.UtcNow)); // heard after it
        await Eventually.EqualAsync(HttpStatusCode.Unauthorized, async () => (await marked.GetAsync(Messages, Ct)).StatusCode);

        await between.GetAsync(Messages, Ct).ExpectAsync(HttpStatusCode.Unauthorized);
    }

    private static AccountAccessChanged Changed(Guid account, DateTimeOffset notBefore) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = notBefore,
        SubjectId = account,
        AggregateId = account,
        NotBefore = notBefore,
    };

    // A test token is issued an hour before its end.
    private HttpClient With(Guid account, DateTime issued)
    {
        var client = host.Anonymous;
        var token = TestTokens.Create(new() { ["sub"] = account.ToString(), ["role"] = new[] { "client" } }, "notifications", expires: issued.AddHours(1));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
