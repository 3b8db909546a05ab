using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Journease.Contracts.Intake;
using Journease.Notifications.Paging;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Notifications.Tests;

/// <summary>Calling whoever is on call, while the mail server hangs. The tests share one rota, so that each looks at its own people only.</summary>
[Trait("Needs", "servers")]
public sealed class PagingTests(PagedHost paged) : IClassFixture<PagedHost>
{
    private const string Rota = "/notifications/v1/on-call";

    [Fact]
    public async Task A_page_is_posted_signed_with_ids_only_until_it_is_taken_although_mail_hangs()
    {
        var person = await OnCallAsync();
        var raised = Raised();

        await paged.Host.DeliverAsync(raised, copies: 3);

        var call = await CallAsync(raised.AggregateId, "raised");
        Assert.True(paged.Receiver.Refused >= 1, "The first call was not refused, so that nothing was tried again.");
        var body = JsonDocument.Parse(call.Body).RootElement;
        Assert.Equal(["concernId", "occurredAt", "onCallIds", "pageId", "reason"], body.EnumerateObject().Select(field => field.Name).Order());
        Assert.Contains(person.Account, body.GetProperty("onCallIds").EnumerateArray().Select(id => id.GetGuid()));
        var parts = call.Signature.Split(',').Select(part => part.Split('=')[1]).ToList();
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(PagedHost.Secret), Encoding.UTF8.GetBytes($"{parts[0]}.{call.Body}"))), parts[1]);
        Assert.DoesNotContain(raised.SubjectId!.Value.ToString(), call.Body, StringComparison.OrdinalIgnoreCase);
        await Eventually.TrueAsync(async () => await paged.Host.ScalarAsync<long>(
            $"select count(*) from notifications.page_mail where owner_id = '{person.Account}' and attempts >= 1") >= 1);
    }

    [Fact]
    public async Task A_concern_that_nobody_took_on_calls_the_backup_besides()
    {
        var (person, backup) = (await SleeperAsync(), await SleeperAsync());
        await EnterAsync(person.Account, backup.Account);
        var concern = Raised();

        await paged.Host.DeliverAsync(concern);
        await paged.Host.DeliverAsync(new SafetyConcernEscalated
        {
            EventId = Guid.CreateVersion7(),
            SubjectId = concern.SubjectId,
            AggregateId = concern.AggregateId,
            AggregateVersion = 2,
            OccurredAt = concern.OccurredAt,
            Grade = "high",
        });

        var first = await CallAsync(concern.AggregateId, "raised");
        var second = await CallAsync(concern.AggregateId, "escalated");
        Assert.DoesNotContain(backup.Account.ToString(), first.Body, StringComparison.Ordinal);
        Assert.Contains(backup.Account.ToString(), second.Body, StringComparison.Ordinal);
        Assert.Equal(2, (await paged.Host.ToldAsync(person.Account, 2)).Count(message => message.ConcernId == concern.AggregateId));
        Assert.Single(await paged.Host.ToldAsync(backup.Account, 1));
    }

    [Fact]
    public async Task Twenty_copies_of_one_fact_are_one_page()
    {
        var person = await OnCallAsync();
        var raised = Raised();

        await paged.Host.DeliverAsync(raised, copies: 10);
        await paged.Host.DeliverAsync(raised with { EventId = Guid.CreateVersion7() }, copies: 10);
        await CallAsync(raised.AggregateId, "raised");

        Assert.Equal(1, await paged.Host.ScalarAsync<long>($"select count(*) from notifications.safety_page where concern_id = '{raised.AggregateId}'"));
        Assert.Single(await paged.Host.ToldAsync(person.Account, 1), message => message.ConcernId == raised.AggregateId);
    }

    [Fact]
    public async Task Whoever_is_taken_off_the_rota_is_called_no_more()
    {
        var person = await SleeperAsync();
        var entry = await EnterAsync(person.Account, null);
        var ended = await Coordinator().PostOnceAsync($"{Rota}/{entry.OnCallId}/end").ReadAsync<OnCallView>();
        var raised = Raised();

        await paged.Host.DeliverAsync(raised);

        Assert.True(ended.Until < entry.Until);
        Assert.DoesNotContain(person.Account.ToString(), (await CallAsync(raised.AggregateId, "raised")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rota_that_makes_no_sense_is_refused_with_a_sentence()
    {
        var (now, somebody) = (TimeProvider.System.GetUtcNow(), Guid.CreateVersion7());

        await Coordinator().PostOnceAsync(Rota, new { accountId = somebody, from = now, until = now.AddHours(-1) }).ProblemAsync(409, "on-call-ends-before-it-begins");
        await Coordinator().PostOnceAsync(Rota, new { accountId = somebody, from = now, until = now.AddHours(1), backupId = somebody }).ProblemAsync(409, "on-call-own-backup");
        await Coordinator().PostOnceAsync($"{Rota}/{Guid.CreateVersion7()}/end").ProblemAsync(404, "not-found");
        await paged.Host.ClientFor(somebody, "nurse").PostOnceAsync(Rota, new { accountId = somebody, from = now, until = now.AddHours(1) }).ExpectAsync(HttpStatusCode.Forbidden);
    }

    private static SafetyConcernRaised Raised() => new()
    {
        EventId = Guid.CreateVersion7(),
        SubjectId = Guid.CreateVersion7(),
        AggregateId = Guid.CreateVersion7(),
        AggregateVersion = 1,
        OccurredAt = TimeProvider.System.GetUtcNow(),
        Grade = "high",
    };

    private HttpClient Coordinator() => paged.Host.ClientFor(Guid.CreateVersion7(), "coordinator");

    private async Task<Somebody> OnCallAsync()
    {
        var person = await SleeperAsync();
        await EnterAsync(person.Account, null);
        return person;
    }

    // With no letters wanted and quiet hours all day long: pages ask nobody.
    private async Task<Somebody> SleeperAsync()
    {
        var person = await paged.Host.AwakePersonAsync();
        await paged.Host.ChooseAsync(person.Account, new
        {
            email = new { appointments = false, reminders = false },
            quietHours = new { from = new TimeOnly(0, 0), until = new TimeOnly(23, 59) },
        });
        return person;
    }

    private Task<OnCallView> EnterAsync(Guid account, Guid? backup)
    {
        var now = paged.Host.Clock.GetUtcNow();
        return Coordinator().PostOnceAsync(Rota, new { accountId = account, backupId = backup, from = now.AddHours(-1), until = now.AddHours(8) })
            .ReadAsync<OnCallView>(HttpStatusCode.Created);
    }

    private Task<PageReceiver.Posted> CallAsync(Guid concern, string reason) => Eventually.FoundAsync(() => Task.FromResult(paged.Receiver.Calls
        .FirstOrDefault(call => call.Body.Contains(concern.ToString(), StringComparison.Ordinal) && call.Body.Contains(reason, StringComparison.Ordinal))));
}
