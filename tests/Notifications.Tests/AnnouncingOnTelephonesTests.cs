using System.Net;
using System.Net.Http.Json;
using Journease.Notifications.Phones;
using Journease.Testing;

namespace Journease.Notifications.Tests;

/// <summary>Messages that telephones announce. The hosts' ways only say what they would send.</summary>
[Trait("Needs", "servers")]
public sealed class AnnouncingOnTelephonesTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    private const string Devices = "/notifications/v1/devices";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_telephone_shows_once_that_there_is_a_message_and_its_address_is_nowhere()
    {
        var person = await WantsPushAsync();
        var token = $"token-{Guid.CreateVersion7():N}";
        await RegisterAsync(person, Guid.CreateVersion7(), "apns", token);

        await notifications.DeliverAsync(NotificationsHost.Booked(person.Account), copies: 3);

        var notice = await Eventually.FoundAsync(() => notifications.ScalarAsync<string>(
            $"select id::text from notifications.phone_notice where owner_id = '{person.Account}' and sent_at is not null")!);
        Assert.Contains($"Notice {notice} would be sent by apns", notifications.Log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(token, notifications.Log.ToString(), StringComparison.Ordinal);
        Assert.False((await DatabaseDump.WithoutKeysAsync(notifications.ConnectionString)).Tells(token));
    }

    [Fact]
    public async Task A_renewed_token_takes_the_place_of_the_old_one_and_a_forgotten_device_hears_nothing()
    {
        var person = await WantsPushAsync();
        var device = Guid.CreateVersion7();
        await RegisterAsync(person, device, "apns", "the-first-token");
        await RegisterAsync(person, device, "fcm", "the-second-token");
        var client = notifications.PersonFor(person.Account);
        var only = Assert.Single((await client.GetAsync(new Uri(Devices, UriKind.Relative), Stop).ReadAsync<ListDevices.Response>()).Items);
        Assert.Equal((device, "fcm"), (only.DeviceId, only.Way));

        await client.DeleteAsync(new Uri($"{Devices}/{device}", UriKind.Relative), Stop).ExpectAsync(HttpStatusCode.NoContent);
        await notifications.DeliverAsync(NotificationsHost.Booked(person.Account));
        await notifications.ToldAsync(person.Account, 1);

        Assert.Equal(0, await notifications.ScalarAsync<long>($"select count(*) from notifications.phone_notice where owner_id = '{person.Account}'"));
    }

    [Fact]
    public async Task Nobody_takes_over_or_forgets_the_device_of_another()
    {
        var (person, other) = (await WantsPushAsync(), await WantsPushAsync());
        var device = Guid.CreateVersion7();
        await RegisterAsync(person, device, "apns", "the-token-of-one");

        await notifications.PersonFor(other.Account).PutAsJsonAsync($"{Devices}/{device}", new { way = "apns", address = "the-token-of-another" }, Stop).ProblemAsync(404, "not-found");
        await notifications.PersonFor(other.Account).DeleteAsync(new Uri($"{Devices}/{device}", UriKind.Relative), Stop).ExpectAsync(HttpStatusCode.NoContent);

        Assert.Single((await notifications.PersonFor(person.Account).GetAsync(new Uri(Devices, UriKind.Relative), Stop).ReadAsync<ListDevices.Response>()).Items);
        await notifications.PersonFor(person.Account).PutAsJsonAsync($"{Devices}/{device}", new { way = "pigeon", address = "the-token-of-one" }, Stop).ProblemAsync(400, "invalid");
    }

    private async Task<Somebody> WantsPushAsync()
    {
        var person = await notifications.AwakePersonAsync();
        await notifications.ChooseAsync(person.Account, new { push = new { appointments = true, reminders = true } });
        return person;
    }

    private Task<HttpResponseMessage> RegisterAsync(Somebody person, Guid device, string way, string address) =>
        notifications.PersonFor(person.Account).PutAsJsonAsync($"{Devices}/{device}", new { way, address }, Stop).ExpectAsync(HttpStatusCode.OK);
}
