using Journease.Notifications.Delivery;
using Journease.Testing;

namespace Journease.Notifications.Tests;

/// <summary>What happens to letters when mail servers and processes fail. Each test has a host of its own.</summary>
[Trait("Needs", "servers")]
public sealed class DeliveryFaultTests
{
    private const int Letters = 12;

    [Fact]
    public async Task While_a_server_hangs_and_until_it_is_back_nothing_is_lost_and_nothing_comes_twice()
    {
        var silent = new SilentServer();
        await using var host = await HostAsync(silent.Port);
        var people = await TellEverybodyAsync(host);

        await Eventually.EqualAsync((long)Letters, () => Count(host, "attempts = 1 and last_failure is not null and claimed_until is null"));
        var port = silent.Port;
        silent.Dispose(); // now nobody is there
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.EqualAsync((long)Letters, () => Count(host, "attempts = 2 and claimed_until is null"));
        await using var back = new PostBox(port);
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        await Eventually.EqualAsync((long)Letters, () => Count(host, "sent_at is not null"));
        Assert.All(people, person => Assert.Single(back.To(person.Email)));
        Assert.Equal(0, await Count(host, "interruptions > 0"));
    }

    [Fact]
    public async Task A_process_that_dies_while_it_sends_repeats_a_letter_once_under_the_same_message_id()
    {
        await using var host = await HostAsync(port: null, claimedFor: "00:00:00.3");
        // As if the process were gone at that moment: what it would have written down does not come about.
        await host.ScalarAsync<int>("""
            CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'gone'; END $$;
            CREATE TRIGGER gone BEFORE UPDATE ON notifications.mail FOR EACH ROW WHEN (NEW.sent_at IS NOT NULL) EXECUTE FUNCTION gone();
            """);
        var person = await host.AwakePersonAsync();

        await host.DeliverAsync(NotificationsHost.Booked(person.Account));

        await Eventually.EqualAsync(1L, () => Count(host, "given_up_at is not null and last_failure = 'interrupted'"));
        Assert.Equal(2, host.Post.To(person.Email).Count());
        Assert.Single(host.Post.To(person.Email).Select(letter => letter.Id).Distinct());
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_is_given_up_at_once_and_the_person_and_the_administrator_learn_of_it()
    {
        using var refusing = new RefusingServer();
        await using var host = await HostAsync(refusing.Port);
        var person = await host.AwakePersonAsync();

        await host.DeliverAsync(NotificationsHost.Booked(person.Account));
        await Eventually.EqualAsync(1L, () => Count(host, "given_up_at is not null and attempts = 1 and last_failure = 'refused 550'"));

        var stop = TestContext.Current.CancellationToken;
        var reach = await host.PersonFor(person.Account).GetAsync(new Uri("/notifications/v1/reach", UriKind.Relative), stop).ReadAsync<ReadReach.Response>();
        Assert.True(reach.CouldNotReachByEmail);
        var counts = await host.ClientFor(Guid.CreateVersion7(), "administrator").GetAsync(new Uri("/notifications/v1/deliveries", UriKind.Relative), stop).ReadAsync<CountDeliveries.Response>();
        var mail = counts.Ways.Single(way => way.Name == "mail");
        Assert.Equal((0, 0, 1), (mail.Waiting, mail.Sent, mail.GivenUp));
        Assert.Equal(new CountDeliveries.Failure("refused 550", 1), Assert.Single(mail.Failures));
        Assert.DoesNotContain("nobody of that name", host.Log.ToString(), StringComparison.Ordinal);
    }

    private static async Task<NotificationsHost> HostAsync(int? port, string claimedFor = "00:02:00")
    {
        var host = new NotificationsHost();
        host.Settings["Mail:Patience"] = "00:00:01";
        host.Settings["Mail:ClaimedFor"] = claimedFor;
        if (port is { } given)
        {
            host.Settings["ConnectionStrings:mail"] = $"smtp://127.0.0.1:{given}";
        }
        await host.InitializeAsync();
        _ = host.Server;
        return host;
    }

    private static async Task<IReadOnlyList<Somebody>> TellEverybodyAsync(NotificationsHost host)
    {
        var people = new List<Somebody>();
        for (var person = 0; person < Letters; person++)
        {
            people.Add(await host.AwakePersonAsync());
            await host.DeliverAsync(NotificationsHost.Booked(people[^1].Account), copies: 2);
        }
        return people;
    }

    private static Task<long> Count(NotificationsHost host, string where) => host.ScalarAsync<long>($"select count(*) from notifications.mail where {where}");
}
