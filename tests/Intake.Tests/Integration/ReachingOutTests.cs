using System.Net;
using System.Text.Json;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ReachingOutTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    private const string Inquiries = "/intake/v1/inquiries";

    private static readonly object Message = new
    {
        name = "Robin",
        message = "I would like to talk to someone.",
        contactWay = "text-message",
        contact = "555 0100",
        safeToLeaveMessage = false,
    };

    [Fact]
    public async Task Without_an_account_one_reads_at_once_who_answers_and_whom_to_call()
    {
        var received = await intake.Anonymous.PostOnceAsync(Inquiries, Message).ReadAsync<JsonElement>(HttpStatusCode.Created);

        Assert.NotEqual(Guid.Empty, received.GetProperty("inquiryId").GetGuid());
        Assert.Equal(["988", "911"], received.GetProperty("crisisLines").EnumerateArray().Select(line => line.GetProperty("number").GetString()));
        Assert.NotEmpty(received.GetProperty("answeredBy").GetString()!);
        Assert.NotEmpty(received.GetProperty("answeredWhen").GetString()!);
    }

    [Fact]
    public async Task A_coordinator_sees_what_was_written_until_it_is_answered()
    {
        var id = await ReceivedAsync();

        var waiting = await WaitingAsync(id);
        Assert.Equal("I would like to talk to someone.", waiting!.Value.GetProperty("message").GetString());
        Assert.Equal("text-message", waiting.Value.GetProperty("contactWay").GetString());
        Assert.False(waiting.Value.GetProperty("safeToLeaveMessage").GetBoolean());

        await intake.Coordinator.PostOnceAsync($"{Inquiries}/{id}/answer", new { note = "Called back." }).ExpectAsync(HttpStatusCode.OK);

        Assert.Null(await WaitingAsync(id));
    }

    [Fact]
    public async Task The_list_is_read_page_by_page_in_the_order_of_arrival()
    {
        var arrived = new List<Guid> { await ReceivedAsync(), await ReceivedAsync(), await ReceivedAsync() };

        var seen = new List<Guid>();
        for (string? next = ""; next is not null;)
        {
            var page = await intake.Coordinator.GetAsync($"{Inquiries}?limit=2{(next.Length > 0 ? "&after=" + next : "")}").ReadAsync<JsonElement>();
            seen.AddRange(page.GetProperty("inquiries").EnumerateArray().Select(line => line.GetProperty("inquiryId").GetGuid()));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(arrived, seen.Where(arrived.Contains));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_second_coordinator_learns_that_it_is_done_and_the_first_may_repeat_it()
    {
        var id = await ReceivedAsync();
        await intake.Coordinator.PostOnceAsync($"{Inquiries}/{id}/answer").ExpectAsync(HttpStatusCode.OK);

        await intake.Coordinator.PostOnceAsync($"{Inquiries}/{id}/answer").ExpectAsync(HttpStatusCode.OK);
        await intake.ClientFor(Guid.CreateVersion7(), "coordinator").PostOnceAsync($"{Inquiries}/{id}/answer").ProblemAsync(409, "inquiry-already-answered");
    }

    [Fact]
    public async Task Sent_twenty_times_with_one_key_it_is_one_inquiry()
    {
        var key = Guid.CreateVersion7();
        var before = await CountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => intake.Anonymous.PostOnceAsync(Inquiries, Message, key)));

        var ids = new HashSet<Guid>();
        foreach (var answer in answers)
        {
            ids.Add((await answer.ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("inquiryId").GetGuid());
        }
        Assert.Single(ids);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task One_key_for_two_different_messages_is_refused()
    {
        var key = Guid.CreateVersion7();
        await intake.Anonymous.PostOnceAsync(Inquiries, Message, key).ExpectAsync(HttpStatusCode.Created);

        await intake.Anonymous.PostOnceAsync(Inquiries, new { name = "Kim", message = "Hello", contactWay = "email", contact = "kim@example.org" }, key)
            .ProblemAsync(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task Only_coordinators_read_and_answer_inquiries()
    {
        var id = await ReceivedAsync();

        await intake.Anonymous.GetAsync(Inquiries).ProblemAsync(401);
        await intake.NewClient().Http.GetAsync(Inquiries).ProblemAsync(403);
        await intake.Prescriber.PostOnceAsync($"{Inquiries}/{id}/answer").ProblemAsync(403);
        await intake.Coordinator.PostOnceAsync($"{Inquiries}/{Guid.CreateVersion7()}/answer").ProblemAsync(404, "not-found");
    }

    private async Task<Guid> ReceivedAsync() =>
        (await intake.Anonymous.PostOnceAsync(Inquiries, Message).ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("inquiryId").GetGuid();

    private async Task<JsonElement?> WaitingAsync(Guid id)
    {
        var page = await intake.Coordinator.GetAsync($"{Inquiries}?limit=100").ReadAsync<JsonElement>();
        return page.GetProperty("inquiries").EnumerateArray().Where(line => line.GetProperty("inquiryId").GetGuid() == id)
            .Select(line => (JsonElement?)line).SingleOrDefault();
    }

    private Task<long> CountAsync() => intake.ScalarAsync<long>("SELECT count(*) FROM intake.inquiry");
}
