using System.Net;
using Journease.Notifications.Messages;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Notifications.Tests;

[Trait("Needs", "servers")]
public sealed class ReadingMessagesTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    [Fact]
    public async Task A_message_is_marked_as_read_once()
    {
        var person = Guid.CreateVersion7();
        await notifications.DeliverAsync(NotificationsHost.Booked(person));
        var message = Assert.Single(await notifications.ToldAsync(person, 1));

        var first = await ReadAsync(person, message.MessageId).ReadAsync<MessageView>();
        var again = await ReadAsync(person, message.MessageId).ReadAsync<MessageView>();

        Assert.NotNull(first.ReadAt);
        Assert.Equal(first.ReadAt!.Value, again.ReadAt!.Value, TimeSpan.FromMilliseconds(1));
        Assert.NotNull(Assert.Single((await notifications.ListAsync(person)).Items).ReadAt);
    }

    [Fact]
    public async Task Somebody_elses_message_is_neither_seen_nor_marked()
    {
        var (person, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await notifications.DeliverAsync(NotificationsHost.Booked(person));
        var message = Assert.Single(await notifications.ToldAsync(person, 1));

        Assert.Empty((await notifications.ListAsync(other)).Items);
        await ReadAsync(other, message.MessageId).ProblemAsync(404, "not-found");
        await ReadAsync(person, Guid.CreateVersion7()).ProblemAsync(404, "not-found");
        Assert.Null(Assert.Single((await notifications.ListAsync(person)).Items).ReadAt);
    }

    [Fact]
    public async Task The_list_goes_on_from_page_to_page_newest_first()
    {
        var person = Guid.CreateVersion7();
        foreach (var count in Enumerable.Range(1, 5))
        {
            await notifications.DeliverAsync(NotificationsHost.Booked(person));
            await notifications.ToldAsync(person, count);
        }
        var all = await notifications.ToldAsync(person, 5);

        var first = await notifications.ListAsync(person, "?limit=3");
        var second = await notifications.ListAsync(person, $"?limit=3&after={first.Next}");

        Assert.Equal(all, first.Items.Concat(second.Items));
        Assert.Equal(all.OrderByDescending(message => message.RecordedAt), all);
        Assert.Null(second.Next);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?after=nonsense", "after")]
    public async Task A_list_that_cannot_be_given_is_refused_with_the_parameter_named(string query, string field)
    {
        var problem = await notifications.PersonFor(Guid.CreateVersion7())
            .GetAsync(new Uri(NotificationsHost.Messages + query, UriKind.Relative), TestContext.Current.CancellationToken).ProblemAsync(400, "invalid");

        Assert.Contains(field, problem.Errors.Keys);
    }

    [Fact]
    public async Task Nobody_without_an_account_has_messages()
    {
        var list = new Uri(NotificationsHost.Messages, UriKind.Relative);
        await notifications.Anonymous.GetAsync(list, TestContext.Current.CancellationToken).ProblemAsync(401, "not-signed-in");

        using var machine = notifications.CreateClient();
        machine.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Create(new() { ["sub"] = "journease-service-intake" }, "notifications"));
        await machine.GetAsync(list, TestContext.Current.CancellationToken).ProblemAsync(403, "not-allowed");
        await notifications.PersonFor(Guid.CreateVersion7()).PostAsync($"{NotificationsHost.Messages}/{Guid.CreateVersion7()}/read", null, TestContext.Current.CancellationToken)
            .ExpectAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void Every_endpoint_keeps_the_rules_of_the_house() => EndpointRules.Hold(notifications.Services, "/notifications/v1");

    [Fact]
    public Task Every_column_has_its_class() => notifications.EveryColumnHasItsClassAsync();

    private Task<HttpResponseMessage> ReadAsync(Guid person, Guid message) =>
        notifications.PersonFor(person).PostOnceAsync($"{NotificationsHost.Messages}/{message}/read");
}
