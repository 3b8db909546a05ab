using System.Net;
using Journease.CommunityGroups.Posts;
using Journease.Contracts.Identity;
using Journease.Testing;

namespace Journease.CommunityGroups.Tests.Integration;

/// <summary>A stolen database tells neither what was said in a circle nor who its members are.</summary>
[Trait("Needs", "servers")]
public sealed class SealingACircleTests(GroupsHost groups) : IClassFixture<GroupsHost>
{
    [Fact]
    public async Task A_backup_without_the_keys_tells_neither_the_words_nor_the_person()
    {
        var words = $"planted-{Guid.CreateVersion7():N}";
        var account = Guid.CreateVersion7();
        var (circle, facilitator) = await groups.CircleAsync();
        var asked = await GroupsHost.RequestAsync(groups.ClientFor(account, "client"), circle, "Kestrel");
        await GroupsHost.ApproveAsync(facilitator, circle, asked.MembershipId).ExpectAsync(HttpStatusCode.OK);
        await GroupsHost.WriteAsync(groups.ClientFor(account, "client"), circle, words).ExpectAsync(HttpStatusCode.Created);

        var dump = await DatabaseDump.WithoutKeysAsync(groups.ConnectionString);

        Assert.True(dump.Tells("Kestrel")); // the search finds what is there
        Assert.False(dump.Tells(words));
        Assert.False(dump.Tells(account.ToString()));
        Assert.False(dump.Tells(account.ToByteArray()));
        Assert.False(dump.Tells("keys.data_key"));
    }

    [Fact]
    public async Task Nobody_who_holds_the_whole_database_finds_one_person_in_two_circles()
    {
        var account = Guid.CreateVersion7();
        var person = groups.ClientFor(account, "client");
        var (one, _) = await groups.CircleAsync();
        var (other, _) = await groups.CircleAsync();
        var here = await GroupsHost.RequestAsync(person, one, "Kestrel");
        var there = await GroupsHost.RequestAsync(person, other, "Otter");

        Assert.Equal(2, await groups.ScalarAsync<long>(
            $"SELECT count(DISTINCT account_index) FROM groups.membership_account WHERE membership_id IN ('{here.MembershipId}', '{there.MembershipId}')"));
        Assert.Equal(0, await groups.ScalarAsync<long>($"SELECT count(*) FROM keys.data_key WHERE owner = '{account}'"));
    }

    [Fact]
    public async Task A_post_that_is_moved_into_another_row_opens_no_more()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var first = await GroupsHost.WriteAsync(facilitator, circle, "First.").ReadAsync<PostItem>(HttpStatusCode.Created);
        var second = await GroupsHost.WriteAsync(facilitator, circle, "Second.").ReadAsync<PostItem>(HttpStatusCode.Created);

        await groups.ScalarAsync<object>($"UPDATE groups.post SET text = (SELECT text FROM groups.post WHERE id = '{first.PostId}') WHERE id = '{second.PostId}'");

        await GroupsHost.GetAsync(facilitator, $"{circle}/posts?limit=1").ProblemAsync(500, "unexpected");
        await GroupsHost.GetAsync(facilitator, $"{circle}/posts?before=2").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Closing_an_account_leaves_the_circle_and_cuts_the_link_for_good()
    {
        var account = Guid.CreateVersion7();
        var (circle, facilitator) = await groups.CircleAsync(capacity: 1);
        var asked = await GroupsHost.RequestAsync(groups.ClientFor(account, "client"), circle, "Kestrel");
        await GroupsHost.ApproveAsync(facilitator, circle, asked.MembershipId).ExpectAsync(HttpStatusCode.OK);
        await GroupsHost.WriteAsync(groups.ClientFor(account, "client"), circle, "Still here.").ExpectAsync(HttpStatusCode.Created);

        await groups.DeliverAsync(new AccountClosed
        {
            EventId = Guid.CreateVersion7(), OccurredAt = TimeProvider.System.GetUtcNow(), SubjectId = account, AggregateId = account, AggregateVersion = 3,
        }, copies: 2);

        await Eventually.EqualAsync(0, () => groups.ScalarAsync<long>($"SELECT count(*) FROM groups.membership_account WHERE membership_id = '{asked.MembershipId}'"));
        Assert.Equal("gone", await groups.ScalarAsync<string>($"SELECT 'gone' FROM keys.data_key WHERE owner = '{asked.MembershipId}' AND wrapped IS NULL"));
        await GroupsHost.GetAsync(groups.ClientFor(account, "client"), $"{circle}/memberships/mine").ProblemAsync(404, "not-found");
        var post = Assert.Single((await GroupsHost.PostsAsync(facilitator, circle)).Items);
        Assert.Equal(("Kestrel", "Still here."), (post.Author, post.Text));
        await groups.MemberAsync(circle, facilitator, "Otter"); // the place is free again
    }
}
