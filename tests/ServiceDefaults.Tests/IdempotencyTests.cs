using System.Net;
using Journease.ServiceDefaults.Tests.Notes;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.ServiceDefaults.Tests;

[Trait("Needs", "servers")]
public sealed class IdempotencyTests(NotesService service) : IClassFixture<NotesService>
{
    private readonly HttpClient person = service.ClientFor(Guid.CreateVersion7());

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_acts_once()
    {
        var key = Guid.CreateVersion7();

        var first = await person.PostOnceAsync("/notes/v1/notes", new { text = "once", priority = 1 }, key).ExpectAsync(HttpStatusCode.Created);
        var second = await person.PostOnceAsync("/notes/v1/notes", new { text = "once", priority = 1 }, key).ExpectAsync(HttpStatusCode.Created);

        Assert.Equal(await BodyAsync(first), await BodyAsync(second));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("\"1\"", second.Headers.ETag!.ToString());
        Assert.Equal(1, await service.CountAsync("once"));
    }

    [Fact]
    public async Task A_key_that_is_used_for_another_request_is_refused()
    {
        var key = Guid.CreateVersion7();
        await person.PostOnceAsync("/notes/v1/notes", new { text = "mine", priority = 1 }, key);

        await person.PostOnceAsync("/notes/v1/notes", new { text = "another", priority = 1 }, key).ProblemAsync(422, "idempotency-key-reused");

        Assert.Equal(0, await service.CountAsync("another"));
    }

    [Fact]
    public async Task Fifty_at_once_have_one_effect_and_one_answer()
    {
        var key = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => person.PostOnceAsync("/notes/v1/notes", new { text = "fifty", priority = 1 }, key)));

        var bodies = await Task.WhenAll(answers.Select(async answer => await BodyAsync(await answer.ExpectAsync(HttpStatusCode.Created))));
        Assert.Single(bodies.Distinct());
        Assert.Equal(1, await service.CountAsync("fifty"));
    }

    [Fact]
    public async Task A_refused_act_leaves_nothing_and_its_key_may_be_used_again()
    {
        var key = Guid.CreateVersion7();
        await person.PostOnceAsync("/notes/v1/notes", new { text = "refused", priority = 7 }, key).ProblemAsync(409, "notes-full");
        Assert.Equal(0, await service.CountAsync("refused"));

        await person.PostOnceAsync("/notes/v1/notes", new { text = "refused", priority = 1 }, key).ExpectAsync(HttpStatusCode.Created);
        Assert.Equal(1, await service.CountAsync("refused"));
    }

    [Fact]
    public async Task Two_people_may_use_the_same_key()
    {
        var key = Guid.CreateVersion7();
        await person.PostOnceAsync("/notes/v1/notes", new { text = "of one", priority = 1 }, key).ExpectAsync(HttpStatusCode.Created);

        await service.ClientFor(Guid.CreateVersion7()).PostOnceAsync("/notes/v1/notes", new { text = "of another", priority = 1 }, key).ExpectAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_missing_key_is_named()
    {
        var problem = await person.PostAsync(new Uri("/notes/v1/notes", UriKind.Relative), Json("""{"text":"no key","priority":1}"""), Ct).ProblemAsync(400, "invalid");

        Assert.Contains(problem.Errors.Keys, field => field.Equals("Idempotency-Key", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await service.CountAsync("no key"));
    }

    [Fact]
    public async Task An_act_that_lost_to_a_rival_runs_again_as_a_whole()
    {
        await person.PostOnceAsync("/notes/v1/rivals", new { text = "rival", priority = 1 }).ExpectAsync(HttpStatusCode.OK);

        Assert.Equal(1, await service.CountAsync("rival"));
    }

    [Fact]
    public async Task An_edit_needs_the_version_that_was_read()
    {
        var created = await person.PostOnceAsync("/notes/v1/notes", new { text = "first", priority = 1 });
        var address = created.Headers.Location!.ToString();
        var etag = created.Headers.ETag!.ToString();

        await person.PutAsync(new Uri(address, UriKind.Relative), Json("""{"text":"x","priority":1}"""), Ct).ProblemAsync(428, "version-missing");
        await person.PutIfMatchAsync(address, new { text = "x", priority = 1 }, "W/\"1\"").ProblemAsync(400, "invalid");
        await person.PutIfMatchAsync(address, new { text = "x", priority = 1 }, "*").ProblemAsync(400, "invalid");
        var changed = await person.PutIfMatchAsync(address, new { text = "second", priority = 1 }, etag).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("\"2\"", changed.Headers.ETag!.ToString());
        await person.PutIfMatchAsync(address, new { text = "third", priority = 1 }, etag).ProblemAsync(412, "version-stale");
        Assert.Equal(0, await service.CountAsync("third"));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    private static Task<string> BodyAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
