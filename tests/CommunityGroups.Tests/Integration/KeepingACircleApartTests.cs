using System.Net;
using System.Text.Json;
using Journease.CommunityGroups.Circles;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.CommunityGroups.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class KeepingACircleApartTests(GroupsHost groups) : IClassFixture<GroupsHost>
{
    [Fact]
    public async Task Who_does_not_belong_gets_the_same_answer_as_if_there_were_no_circle()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var (_, membership) = await groups.MemberAsync(circle, facilitator, "Inside");
        await GroupsHost.WriteAsync(facilitator, circle, "Only for us.").ExpectAsync(HttpStatusCode.Created);
        var nowhere = $"{GroupsHost.Circles}/{Guid.CreateVersion7()}";
        var waiting = groups.NewPerson();
        await GroupsHost.RequestAsync(waiting, circle, "Waiting");
        var strangers = new Dictionary<string, HttpClient>
        {
            ["person"] = groups.NewPerson(),
            ["waiting"] = waiting,
            ["facilitator of another"] = groups.NewFacilitator(),
            ["administrator"] = groups.ClientFor(Guid.CreateVersion7(), "administrator"),
            ["prescriber"] = groups.ClientFor(Guid.CreateVersion7(), "prescriber", "therapist", "operator"),
        };

        foreach (var (who, stranger) in strangers)
        {
            foreach (var act in new Func<string, Task<HttpResponseMessage>>[]
            {
                at => GroupsHost.GetAsync(stranger, $"{at}/posts"),
                at => GroupsHost.GetAsync(stranger, $"{at}/posts?before=5&limit=1"),
                at => GroupsHost.WriteAsync(stranger, at, "Let me in."),
                at => GroupsHost.GetAsync(stranger, $"{at}/memberships"),
                at => GroupsHost.ApproveAsync(stranger, at, membership),
                at => stranger.PostOnceAsync($"{at}/memberships/{membership}/decline"),
            })
            {
                Assert.Equal(await PlainAsync(act(nowhere)), await PlainAsync(act(circle)));
            }
            if (who != "waiting")
            {
                Assert.Equal(await PlainAsync(stranger.PostOnceAsync($"{nowhere}/leave")), await PlainAsync(stranger.PostOnceAsync($"{circle}/leave")));
                Assert.Equal(await PlainAsync(GroupsHost.GetAsync(stranger, $"{nowhere}/memberships/mine")), await PlainAsync(GroupsHost.GetAsync(stranger, $"{circle}/memberships/mine")));
            }
        }
        Assert.Single((await GroupsHost.PostsAsync(facilitator, circle)).Items);
    }

    [Fact]
    public async Task A_membership_of_another_circle_cannot_be_answered_here()
    {
        var (_, facilitator) = await groups.CircleAsync();
        var (other, _) = await groups.CircleAsync();
        var mine = (await GroupsHost.GetAsync(facilitator, GroupsHost.Circles + "?limit=100").ReadAsync<ListCircles.Response>()).Items.Single(circle => circle.ILookAfterIt);
        var asked = await GroupsHost.RequestAsync(groups.NewPerson(), other, "Elsewhere");

        await GroupsHost.ApproveAsync(facilitator, $"{GroupsHost.Circles}/{mine.CircleId}", asked.MembershipId).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Who_left_reads_no_more_and_writes_no_more()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var (person, _) = await groups.MemberAsync(circle, facilitator, "Leaving");
        await person.PostOnceAsync($"{circle}/leave").ExpectAsync(HttpStatusCode.NoContent);

        await GroupsHost.GetAsync(person, $"{circle}/posts").ProblemAsync(404, "not-found");
        await GroupsHost.WriteAsync(person, circle, "Still here?").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_facilitator_who_lost_the_role_loses_the_circle()
    {
        var account = Guid.CreateVersion7();
        var opened = await groups.ClientFor(account, "facilitator").PostOnceAsync(GroupsHost.Circles, GroupsHost.CircleNamed("Lost role"))
            .ReadAsync<OpenCircle.Response>(HttpStatusCode.Created);

        await GroupsHost.GetAsync(groups.ClientFor(account, "client"), $"{GroupsHost.Circles}/{opened.CircleId}/posts").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Nothing_that_a_circle_answers_or_announces_carries_an_account_or_tells_the_time_of_its_making()
    {
        var (member, keeper) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var facilitator = groups.ClientFor(keeper, "facilitator");
        var person = groups.ClientFor(member, "client");
        var answers = new List<HttpResponseMessage> { await facilitator.PostOnceAsync(GroupsHost.Circles, GroupsHost.CircleNamed("Silent")) };
        var circle = answers[0].Headers.Location!.ToString();
        answers.Add(await person.PostOnceAsync($"{circle}/memberships", new { pseudonym = "Silent one" }));
        var membership = JsonDocument.Parse(await answers[1].Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("membershipId").GetGuid();
        answers.Add(await GroupsHost.ApproveAsync(facilitator, circle, membership));
        answers.Add(await GroupsHost.WriteAsync(person, circle, "Hello."));
        answers.Add(await GroupsHost.GetAsync(facilitator, $"{circle}/posts"));
        answers.Add(await GroupsHost.GetAsync(facilitator, $"{circle}/memberships"));
        answers.Add(await GroupsHost.GetAsync(person, $"{circle}/memberships/mine"));
        answers.Add(await GroupsHost.GetAsync(person, GroupsHost.Circles));

        foreach (var answer in answers)
        {
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(member.ToString(), body + answer.Headers, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(keeper.ToString(), body + answer.Headers, StringComparison.OrdinalIgnoreCase);
        }
        // A version-7 id begins with the milliseconds of now.
        var today = Guid.CreateVersion7().ToString()[..6];
        Assert.False(membership.ToString().StartsWith(today, StringComparison.Ordinal) && circle[^36..].StartsWith(today, StringComparison.Ordinal));
        var announced = await groups.PublishedAsync<Contracts.CommunityGroups.MembershipApproved>(fact => fact.AggregateId == membership);
        Assert.DoesNotContain(member.ToString(), announced.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await groups.ScalarAsync<long>(
            "SELECT count(*) FROM information_schema.columns c WHERE c.table_schema = 'groups' AND c.column_name = 'account_id' AND c.table_name LIKE 'member%'"));
    }

    // The answer without the trace id, which differs each time.
    private static async Task<(HttpStatusCode, string?, string?, string?)> PlainAsync(Task<HttpResponseMessage> sending)
    {
        var response = await sending;
        var problem = await response.ProblemAsync(404);
        return (response.StatusCode, problem.Type, problem.Title, problem.Detail);
    }
}
