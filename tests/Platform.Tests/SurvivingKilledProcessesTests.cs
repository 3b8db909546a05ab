using System.Net;
using Journease.Testing;

namespace Journease.Platform.Tests;

[Trait("Needs", "servers")]
public sealed class SurvivingKilledProcessesTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    [Fact]
    public async Task Every_process_is_killed_once_and_nothing_is_lost_or_done_twice_and_the_gate_is_right_after()
    {
        using var journey = await Journey.PreparedAsync(platform.Gateway);
        var ledger = new Ledger();

        var killing = platform.KillEachProcessOnceAsync();
        await Task.WhenAll(TravelAsync(journey, ledger), KeepReachingOutAsync(journey, ledger, killing), KeepBookingAsync(journey, ledger, killing));
        var killed = await killing;

        Assert.True(killed.Count >= 12, $"only {string.Join(", ", killed)} were killed");
        await Eventually.EqualAsync("LOST=0 DUP=0 ORPHAN=0", () => ledger.CompareAsync(platform), TimeSpan.FromSeconds(60));
        Assert.Empty(await journey.MissingAsync("booked"));
        TestContext.Current.SendDiagnosticMessage($"{killed.Count} processes killed, {ledger.Acknowledged} writes acknowledged");

        (await journey.As("prescriber").PostAsync($"/intake/v1/clearances/{journey.Clearance}/withdraw", new { reason = "A new medicine." }))
            .Expect(HttpStatusCode.OK);
        await Eventually.EqualAsync("held", () => journey.StatusOfAsync(journey.Dosing), TimeSpan.FromSeconds(10));
    }

    private static async Task TravelAsync(Journey journey, Ledger ledger)
    {
        await journey.TravelAsync();
        ledger.Booked(journey.Preparation);
        ledger.Booked(journey.Dosing);
    }

    private static async Task KeepReachingOutAsync(Journey journey, Ledger ledger, Task until)
    {
        for (var number = 0; !until.IsCompleted; number++)
        {
            var inquiry = (await journey.As("client2").PostAsync("/intake/v1/inquiries", new { name = "Sam", message = $"ledger {number}", contactWay = "phone", contact = "555 0100" }))
                .Expect(HttpStatusCode.Created);
            ledger.Inquired(inquiry.GetProperty("inquiryId").GetGuid());
        }
    }

    private static async Task KeepBookingAsync(Journey journey, Ledger ledger, Task until)
    {
        for (var day = 20; !until.IsCompleted; day = day < 160 ? day + 7 : 20)
        {
            var booked = (await journey.BookFirstAsync("client2", "follow-up", day)).Expect(HttpStatusCode.Created);
            ledger.Booked(booked.GetProperty("id").GetGuid());
        }
    }
}
