using System.Net;
using Journease.Testing;

namespace Journease.Platform.Tests;

[Collection(nameof(OneRunningPlatform))]
[Trait("Needs", "servers")]
public sealed class TravellingThroughEveryServiceTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_person_comes_from_an_article_to_a_circle_and_a_withdrawn_clearance_holds_what_is_booked()
    {
        using var journey = await Journey.PreparedAsync(platform.Gateway);

        await journey.TravelAsync();

        Assert.Equal("booked", await journey.StatusOfAsync(journey.Dosing));
        Assert.Contains("escort-named", await journey.MissingAsync("confirmed"));

        (await journey.As("prescriber").PostAsync($"/intake/v1/clearances/{journey.Clearance}/withdraw", new { reason = "A new medicine." }))
            .Expect(HttpStatusCode.OK);
        await Eventually.EqualAsync("held", () => journey.StatusOfAsync(journey.Dosing), TimeSpan.FromSeconds(5));
        Assert.Contains("clearance", await journey.MissingAsync("booked"));
    }
}
