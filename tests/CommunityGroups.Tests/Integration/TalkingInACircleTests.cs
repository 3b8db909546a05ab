using System.Net;
using Journease.CommunityGroups.Circles;
using Journease.CommunityGroups.Posts;
using Journease.ServiceDefaults.Verbs;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.CommunityGroups.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class TalkingInACircleTests(GroupsHost groups) : IClassFixture<GroupsHost>
{
    [Fact]
    public async Task Members_and_the_facilitator_read_each_other_under_their_names()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var (one, _) = await groups.MemberAsync(circle, facilitator, "One");
        var (two, _) = await groups.MemberAsync(circle, facilitator, "Two");
        await GroupsHost.WriteAsync(facilitator, circle, "Welcome.").ExpectAsync(HttpStatusCode.Created);
        var written = await GroupsHost.WriteAsync(one, circle, " <b>I</b> slept\r\na little. ").ReadAsync<PostItem>(HttpStatusCode.Created);

        var seen = await GroupsHost.PostsAsync(two, circle);

        Assert.Equal("<b>I</b> slept\na little.", written.Text);
        Assert.Equal(written with { Mine = false }, seen.Items[0]);
        Assert.Equal(("Facilitator", true, false, "Welcome."), (seen.Items[1].Author, seen.Items[1].ByFacilitator, seen.Items[1].Mine, seen.Items[1].Text));
        Assert.True((await GroupsHost.PostsAsync(one, circle)).Items[0].Mine);
        Assert.Equal(0, written.PostedAt.Second + written.PostedAt.Millisecond);
    }

    [Fact]
    public async Task Posts_written_at_once_are_numbered_without_gap_or_double_and_read_page_by_page()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var (person, _) = await groups.MemberAsync(circle, facilitator, "Busy");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => GroupsHost.WriteAsync(n % 2 == 0 ? person : facilitator, circle, $"Post {n}")));
        foreach (var answer in answers)
        {
            await answer.ExpectAsync(HttpStatusCode.Created);
        }

        var seen = new List<PostItem>();
        for (long? before = 1_000; before is not null;)
        {
            var page = await GroupsHost.PostsAsync(person, circle, $"?limit=7&before={before}");
            seen.AddRange(page.Items);
            before = page.Next;
        }

        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n).Reverse(), seen.Select(post => post.Number));
        Assert.Equal(20, seen.Select(post => post.Text).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("A\u0000B")]
    [InlineData("A\u001bB")]
    public async Task A_post_that_cannot_be_shown_is_refused(string text)
    {
        var (circle, facilitator) = await groups.CircleAsync();

        var problem = await GroupsHost.WriteAsync(facilitator, circle, text).ProblemAsync(400);

        Assert.Contains("text", problem.Errors.Keys);
        Assert.Empty((await GroupsHost.PostsAsync(facilitator, circle)).Items);
    }

    [Fact]
    public async Task A_post_has_a_length()
    {
        var (circle, facilitator) = await groups.CircleAsync();

        await GroupsHost.WriteAsync(facilitator, circle, new string('a', 4000)).ExpectAsync(HttpStatusCode.Created);
        await GroupsHost.WriteAsync(facilitator, circle, new string('a', 4001)).ProblemAsync(400, "invalid");
        await GroupsHost.WriteAsync(facilitator, circle, new string('a', 1_000_000)).ProblemAsync(400, "invalid");
    }

    [Fact]
    public async Task Nothing_that_was_said_or_which_name_was_chosen_is_logged()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var (person, _) = await groups.MemberAsync(circle, facilitator, "Canary name");
        await GroupsHost.WriteAsync(person, circle, "Canary words.").ExpectAsync(HttpStatusCode.Created);
        await GroupsHost.WriteAsync(person, circle, "Canary \u0007").ProblemAsync(400);
        await groups.NewPerson().PostOnceAsync($"{circle}/memberships", new { pseudonym = "CANARY name" }).ProblemAsync(409);

        Assert.DoesNotContain("canary", groups.Log.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_is_signed_in_finds_circles_page_by_page_and_nothing_of_their_members()
    {
        foreach (var name in new[] { "Found B", "Found C", "Found A" })
        {
            await groups.NewFacilitator().PostOnceAsync(GroupsHost.Circles, new
            {
                name, about = "About.", guidelines = "Kindly.", topics = new[] { "music-therapy" }, capacity = 5,
            }).ExpectAsync(HttpStatusCode.Created);
        }
        var person = groups.NewPerson();

        var first = await GroupsHost.GetAsync(person, GroupsHost.Circles + "?topic=music-therapy&limit=2").ReadAsync<ListCircles.Response>();
        var second = await GroupsHost.GetAsync(person, $"{GroupsHost.Circles}?topic=music-therapy&limit=2&after={first.Next}").ReadAsync<ListCircles.Response>();

        Assert.Equal(["Found A", "Found B", "Found C"], first.Items.Concat(second.Items).Select(circle => circle.Name));
        Assert.Null(second.Next);
        Assert.All(first.Items, circle => Assert.Equal((false, null, false), (circle.Full, circle.MyStatus, circle.ILookAfterIt)));
    }

    [Fact]
    public async Task Only_people_and_only_facilitators_open_circles()
    {
        await groups.NewPerson().PostOnceAsync(GroupsHost.Circles, GroupsHost.CircleNamed("Mine")).ProblemAsync(403, "not-allowed");
        await groups.Anonymous.GetAsync(new Uri(GroupsHost.Circles, UriKind.Relative), TestContext.Current.CancellationToken).ProblemAsync(401, "not-signed-in");
        using var machine = groups.CreateClient();
        machine.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Create(new() { ["sub"] = "journease-service-intake", ["role"] = "facilitator" }, "groups"));
        await machine.PostOnceAsync(GroupsHost.Circles, GroupsHost.CircleNamed("Ours")).ProblemAsync(403, "not-allowed");
    }

    [Theory]
    [InlineData("ab", 5, "sleep-disturbance", "name")]
    [InlineData("A\u0007BCD", 5, "sleep-disturbance", "name")]
    [InlineData("Fine", 0, "sleep-disturbance", "capacity")]
    [InlineData("Fine", 201, "sleep-disturbance", "capacity")]
    [InlineData("Fine", 5, "mdma-therapy", "topics")]
    [InlineData("Fine", 5, null, "topics")]
    public async Task A_circle_that_cannot_be_is_refused_with_the_field_named(string name, int capacity, string? topic, string field)
    {
        var body = new { name, about = "About.", guidelines = "Kindly.", topics = new[] { topic }, capacity };

        var problem = await groups.NewFacilitator().PostOnceAsync(GroupsHost.Circles, body).ProblemAsync(400);

        Assert.Contains(field, problem.Errors.Keys);
    }

    [Fact]
    public async Task The_demonstration_has_one_circle_however_often_it_is_seeded()
    {
        for (var time = 0; time < 2; time++)
        {
            await using var scope = groups.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IDemonstrationData>().SeedAsync(TestContext.Current.CancellationToken);
        }

        var facilitator = groups.ClientFor(new("00000000-0000-7000-8000-000000000007"), "facilitator");
        var circles = await GroupsHost.GetAsync(facilitator, GroupsHost.Circles + "?limit=100").ReadAsync<ListCircles.Response>();
        Assert.Single(circles.Items, circle => circle is { Name: "Finding sleep again", ILookAfterIt: true });
    }

    [Fact]
    public void Every_endpoint_keeps_the_rules_of_the_house() => EndpointRules.Hold(groups.Services, "/groups/v1");

    [Fact]
    public Task Every_column_has_its_class() => groups.EveryColumnHasItsClassAsync();
}
