using System.Net;
using Journease.Testing;

namespace Journease.Messaging.Tests;

[Trait("Needs", "servers")]
public sealed class HealthTests(Desks desks) : IClassFixture<Desks>
{
    [Fact]
    public async Task A_message_unsent_for_over_a_minute_makes_the_service_degraded_and_it_still_serves()
    {
        var desk = await desks.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(desk.Urls.First()) };
        await Eventually.EqualAsync("Healthy", () => HealthAsync(http));

        await desks.InsertAsync(Guid.CreateVersion7(), Guid.CreateVersion7(), body: "{}");
        await desks.Database.ExecuteAsync("update desk.outbox_message set written_at = now() - interval '61 seconds', available_at = now() + interval '1 hour'");
        await Eventually.EqualAsync("Degraded", () => HealthAsync(http));

        await desks.Database.ExecuteAsync("delete from desk.outbox_message");
        await Eventually.EqualAsync("Healthy", () => HealthAsync(http));
    }

    private static async Task<string> HealthAsync(HttpClient http)
    {
        var answer = await http.GetAsync("/health", TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
