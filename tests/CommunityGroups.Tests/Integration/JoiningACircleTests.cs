using System.Net;
using Journease.CommunityGroups.Circles;
using Journease.CommunityGroups.Memberships;
using Journease.Contracts.CommunityGroups;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.CommunityGroups.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class JoiningACircleTests(GroupsHost groups) : IClassFixture<GroupsHost>
{
    [Fact]
    public async Task A_person_asks_is_let_in_and_leaves_and_each_step_is_announced_by_membership()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var (person, membership) = await groups.MemberAsync(circle, facilitator, "River");

        var listed = await GroupsHost.GetAsync(facilitator, $"{circle}/memberships?status=approved").ReadAsync<ListMemberships.Response>();
        Assert.Equal(new(membership, "River", MembershipStatus.Approved), Assert.Single(listed.Items));
        Assert.Equal(MembershipStatus.Approved, (await GroupsHost.GetAsync(person, circle).ReadAsync<CircleView>()).MyStatus);
        await person.PostOnceAsync($"{circle}/leave").ExpectAsync(HttpStatusCode.NoContent);
        await person.PostOnceAsync($"{circle}/leave").ExpectAsync(HttpStatusCode.NoContent);

        var circleId = Guid.Parse(circle[^36..]);
        var ended = await groups.PublishedAsync<MembershipEnded>(fact => fact.SubjectId == membership);
        var requested = Assert.Single(groups.Published<MembershipRequested>(), fact => fact.SubjectId == membership);
        var approved = Assert.Single(groups.Published<MembershipApproved>(), fact => fact.SubjectId == membership);
        Assert.Equal((circleId, membership), (ended.CircleId, ended.AggregateId));
        Assert.Equal([circleId, circleId], [requested.CircleId, approved.CircleId]);
        Assert.True(requested.AggregateVersion < approved.AggregateVersion && approved.AggregateVersion < ended.AggregateVersion);
    }

    [Fact]
    public async Task One_place_and_twenty_approvals_at_once_let_one_person_in()
    {
        var (circle, facilitator) = await groups.CircleAsync(capacity: 1);
        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => GroupsHost.RequestAsync(groups.NewPerson(), circle, $"Person {n}")));

        var answers = await Task.WhenAll(asked.Select(one => GroupsHost.ApproveAsync(facilitator, circle, one.MembershipId)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            await refused.ProblemAsync(409, "circle-full");
        }
        Assert.True((await GroupsHost.GetAsync(facilitator, circle).ReadAsync<CircleView>()).Full);
        var waiting = await GroupsHost.GetAsync(facilitator, $"{circle}/memberships?status=requested").ReadAsync<ListMemberships.Response>();
        Assert.Equal(19, waiting.Items.Count);
    }

    [Fact]
    public async Task Who_leaves_makes_room_for_one_more()
    {
        var (circle, facilitator) = await groups.CircleAsync(capacity: 1);
        var (first, _) = await groups.MemberAsync(circle, facilitator, "First");
        var second = await GroupsHost.RequestAsync(groups.NewPerson(), circle, "Second");

        await GroupsHost.ApproveAsync(facilitator, circle, second.MembershipId).ProblemAsync(409, "circle-full");
        await first.PostOnceAsync($"{circle}/leave").ExpectAsync(HttpStatusCode.NoContent);
        await GroupsHost.ApproveAsync(facilitator, circle, second.MembershipId).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Approving_one_request_ten_times_at_once_takes_one_place_and_is_announced_once()
    {
        var (circle, facilitator) = await groups.CircleAsync(capacity: 2);
        var asked = await GroupsHost.RequestAsync(groups.NewPerson(), circle, "Once");

        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => GroupsHost.ApproveAsync(facilitator, circle, asked.MembershipId))))
        {
            await answer.ExpectAsync(HttpStatusCode.OK);
        }

        await groups.MemberAsync(circle, facilitator, "Another");
        await groups.PublishedAsync<MembershipApproved>(fact => fact.SubjectId == asked.MembershipId);
        Assert.Single(groups.Published<MembershipApproved>(), fact => fact.SubjectId == asked.MembershipId);
    }

    [Fact]
    public async Task Of_ten_people_who_want_one_name_at_once_one_gets_it()
    {
        var (circle, _) = await groups.CircleAsync();

        var answers = await Task.WhenAll(new[] { "River", "RIVER", "Ri\u200bver", "Ｒiver", "river ", "River", "rIVER", "Rіver", "River", "River" }
            .Select(pseudonym => groups.NewPerson().PostOnceAsync($"{circle}/memberships", new { pseudonym })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await refused.ProblemAsync(409, "pseudonym-taken");
        }
    }

    [Fact]
    public async Task One_person_who_asks_ten_times_at_once_has_one_membership()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var person = groups.NewPerson();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(n => person.PostOnceAsync($"{circle}/memberships", new { pseudonym = $"Me {n}" })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.Created), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Single((await GroupsHost.GetAsync(facilitator, $"{circle}/memberships").ReadAsync<ListMemberships.Response>()).Items);
    }

    [Fact]
    public async Task Who_comes_back_keeps_the_name_and_the_membership_that_the_circle_knows()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var (person, membership) = await groups.MemberAsync(circle, facilitator, "Known name");
        await person.PostOnceAsync($"{circle}/leave").ExpectAsync(HttpStatusCode.NoContent);

        await groups.NewPerson().PostOnceAsync($"{circle}/memberships", new { pseudonym = "known NAME" }).ProblemAsync(409, "pseudonym-taken");
        await person.PostOnceAsync($"{circle}/memberships", new { pseudonym = "New name" }).ProblemAsync(409, "pseudonym-kept");
        Assert.Equal(membership, (await GroupsHost.RequestAsync(person, circle, "Known name")).MembershipId);
    }

    [Fact]
    public async Task Who_was_declined_may_ask_again_under_another_name()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var person = groups.NewPerson();
        var asked = await GroupsHost.RequestAsync(person, circle, "Loud name");

        await facilitator.PostOnceAsync($"{circle}/memberships/{asked.MembershipId}/decline").ExpectAsync(HttpStatusCode.OK);
        await GroupsHost.ApproveAsync(facilitator, circle, asked.MembershipId).ProblemAsync(409, "membership-not-waiting");
        Assert.Equal("Calm name", (await GroupsHost.RequestAsync(person, circle, "Calm name")).Pseudonym);
    }

    [Fact]
    public async Task The_refusals_of_a_request_have_names()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var (person, _) = await groups.MemberAsync(circle, facilitator, "Named");

        await person.PostOnceAsync($"{circle}/memberships", new { pseudonym = "Named" }).ProblemAsync(409, "membership-exists");
        await facilitator.PostOnceAsync($"{circle}/memberships", new { pseudonym = "Keeper" }).ProblemAsync(409, "membership-own-circle");
        var unusable = await groups.NewPerson().PostOnceAsync($"{circle}/memberships", new { pseudonym = "The Facilitator" }).ProblemAsync(400, "pseudonym-unusable");
        Assert.Contains("pseudonym", unusable.Errors.Keys);
        await GroupsHost.GetAsync(facilitator, $"{circle}/memberships?status=everybody").ProblemAsync(400, "invalid");
        await groups.NewPerson().PostOnceAsync($"{GroupsHost.Circles}/{Guid.CreateVersion7()}/memberships", new { pseudonym = "Lost" }).ProblemAsync(404, "not-found");
    }
}
