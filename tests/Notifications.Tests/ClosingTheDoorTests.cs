using System.Net;
using Journease.Contracts.Identity;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Notifications.Tests;

/// <summary>What every service does when identity says that an account's access has changed, or that it is closed.</summary>
[Trait("Needs", "servers")]
public sealed class ClosingTheDoorTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_from_before_the_change_is_refused_and_one_of_another_person_is_not()
    {
        var (person, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var client = notifications.PersonFor(person);
        await client.GetAsync(NotificationsHost.Messages, Stop).ExpectAsync(HttpStatusCode.OK);

        await notifications.DisableAsync(person);

        await client.GetAsync(NotificationsHost.Messages, Stop).ProblemAsync(401);
        await notifications.PersonFor(other).GetAsync(NotificationsHost.Messages, Stop).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_late_event_of_an_earlier_change_does_not_make_old_tokens_good_again()
    {
        var person = Guid.CreateVersion7();
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()); // as tokens have it
        var list = notifications.Services.GetRequiredService<AccessList>();

        await notifications.DeliverAsync(Changed(person, now));
        await Eventually.TrueAsync(() => list.Refuses(person, now));
        await notifications.DeliverAsync(Changed(person, now.AddMinutes(-5)));
        await notifications.DrainedAsync(Guid.CreateVersion7());
        await notifications.DisableAsync(Guid.CreateVersion7()); // the list was read again

        Assert.True(list.Refuses(person, now));
        Assert.False(list.Refuses(person, now.AddSeconds(1)));
    }

    [Fact]
    public async Task A_closed_account_s_personal_key_is_destroyed_and_the_record_s_is_kept()
    {
        var person = Guid.CreateVersion7();
        var place = new SealedPlace("message", "note", Guid.CreateVersion7());
        await using var scope = notifications.Services.CreateAsyncScope();
        var seals = scope.ServiceProvider.GetRequiredService<Seals>();
        await seals.SealAsync(person, KeyPurpose.Personal, place, "mine", Stop);
        await seals.SealAsync(person, KeyPurpose.Record, place, "the law's", Stop);

        await notifications.DeliverAsync(Closed(person), copies: 3);

        await Eventually.EqualAsync("Personal", () => notifications.ScalarAsync<string>(
            $"select string_agg(purpose, ' ') from keys.data_key where owner = '{person}' and destroyed_at is not null")!);
    }

    [Fact]
    public async Task The_keys_that_protect_stored_answers_are_not_readable_in_the_database()
    {
        notifications.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect([1]);

        Assert.True(await notifications.ScalarAsync<long>("select count(*) from notifications.data_protection_key where xml like '%<sealedKey%'") >= 1);
        Assert.Equal(0, await notifications.ScalarAsync<long>("select count(*) from notifications.data_protection_key where xml like '%<masterKey%'"));
    }

    private static AccountAccessChanged Changed(Guid account, DateTimeOffset notBefore) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = notBefore,
        SubjectId = account,
        AggregateId = account,
        AggregateVersion = 2,
        NotBefore = notBefore,
    };

    private static AccountClosed Closed(Guid account) =>
        new() { EventId = Guid.CreateVersion7(), OccurredAt = TimeProvider.System.GetUtcNow(), SubjectId = account, AggregateId = account, AggregateVersion = 3 };
}
