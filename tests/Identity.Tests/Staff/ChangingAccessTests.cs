using System.Net;
using System.Text.Json.Nodes;
using Journease.Contracts.Identity;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Identity.Tests.Staff;

[Trait("Needs", "servers")]
public sealed class ChangingAccessTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string OwnClosing = "/identity/v1/account/closing";
    private const string Letter = "A change to your Journease account";

    [Fact]
    public async Task New_roles_end_everything_that_was_held_with_the_old_ones_everywhere()
    {
        var (administrator, member) = (await host.EmployAsync("administrator"), await host.EmployAsync("nurse"));
        var browser = host.NewBrowser();
        var (flow, tokens) = await SignedInAsync(browser, member);
        await member.Http.GetAsync(OwnClosing, Ct).ExpectAsync(HttpStatusCode.OK);

        var changed = await SetAsync(administrator, member, "therapist", "facilitator").ReadAsync<JsonObject>();

        Assert.Equal(["therapist", "facilitator"], changed["roles"]!.AsArray().Select(role => role!.ToString()));
        await host.PublishedAsync<AccountAccessChanged>(fact => fact.SubjectId == member.Id);
        await Eventually.EqualAsync(HttpStatusCode.Unauthorized, async () => (await member.Http.GetAsync(OwnClosing, Ct)).StatusCode);
        using var program = host.NewProgram();
        await flow.RefreshAsync(program, tokens.Refresh_token!).ExpectAsync(HttpStatusCode.BadRequest);
        await browser.OpenAsync("/identity/account").ExpectAsync(HttpStatusCode.Redirect);
        var letter = await host.Post.LetterToAsync(member.Email, Letter);
        Assert.Contains("work here as therapist and facilitator", letter.Text, StringComparison.Ordinal);
        Assert.Equal("Write", await host.AuditedAsync(member.Id, "SetStaffRoles"));
    }

    [Fact]
    public async Task Roles_are_changed_on_what_was_read_last()
    {
        var (administrator, member) = (await host.EmployAsync("administrator"), await host.EmployAsync("nurse"));
        var etag = await EtagAsync(administrator, member);
        await administrator.Http.PutIfMatchAsync($"{member.Address}/roles", new { roles = new[] { "editor" } }, etag).ExpectAsync(HttpStatusCode.OK);

        await administrator.Http.PutIfMatchAsync($"{member.Address}/roles", new { roles = new[] { "operator" } }, etag).ProblemAsync(412, "version-stale");
        await administrator.Http.PutIfMatchAsync($"{member.Address}/roles", new { roles = new[] { "operator" } }, "").ProblemAsync(428, "version-missing");

        Assert.Equal("editor", await host.RolesAsync(member.Id));
    }

    [Fact]
    public async Task Giving_the_roles_that_somebody_has_signs_nobody_out()
    {
        var (administrator, member) = (await host.EmployAsync("administrator"), await host.EmployAsync("nurse", "editor"));
        var browser = host.NewBrowser();
        await SignedInAsync(browser, member);

        await SetAsync(administrator, member, "editor", "nurse").ExpectAsync(HttpStatusCode.OK);

        await browser.OpenAsync("/identity/account").ExpectAsync(HttpStatusCode.OK);
        Assert.Empty(host.Post.To(member.Email));
    }

    [Fact]
    public async Task A_client_stays_a_client_whatever_else_they_become()
    {
        var (administrator, client) = (await host.EmployAsync("administrator"), await host.EmployAsync("client"));

        await SetAsync(administrator, client, "facilitator").ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("client facilitator", await host.RolesAsync(client.Id));
        await SetAsync(administrator, client).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("client", await host.RolesAsync(client.Id));
        await administrator.Http.PutIfMatchAsync($"{client.Address}/roles", new { roles = new[] { "client" } }, "\"1\"").ProblemAsync(400, "invalid");
    }

    [Fact]
    public async Task Somebody_who_only_works_here_keeps_at_least_one_role()
    {
        var (administrator, member) = (await host.EmployAsync("administrator"), await host.EmployAsync("nurse"));

        await SetAsync(administrator, member).ProblemAsync(409, "no-role");

        Assert.Equal("nurse", await host.RolesAsync(member.Id));
        Assert.Equal("Refusal", await host.AuditedAsync(member.Id, "SetStaffRoles"));
    }

    [Fact]
    public async Task Nobody_changes_their_own_roles_or_disables_themselves()
    {
        var administrator = await host.EmployAsync("administrator");

        await SetAsync(administrator, administrator, "administrator", "prescriber").ProblemAsync(409, "own-access");
        await administrator.Http.PostOnceAsync($"{administrator.Address}/disable").ProblemAsync(409, "own-access");

        Assert.Equal("administrator", await host.RolesAsync(administrator.Id));
    }

    [Fact]
    public async Task A_disabled_person_is_out_everywhere_and_learns_why_only_once_they_have_shown_who_they_are()
    {
        var (administrator, member) = (await host.EmployAsync("administrator"), await host.EmployAsync("nurse"));
        var browser = host.NewBrowser();
        var (flow, tokens) = await SignedInAsync(browser, member);

        await administrator.Http.PostOnceAsync($"{member.Address}/disable").ExpectAsync(HttpStatusCode.OK);

        using var program = host.NewProgram();
        await flow.RefreshAsync(program, tokens.Refresh_token!).ExpectAsync(HttpStatusCode.BadRequest);
        await browser.OpenAsync("/identity/account").ExpectAsync(HttpStatusCode.Redirect);
        await Eventually.EqualAsync(HttpStatusCode.Unauthorized, async () => (await member.Http.GetAsync(OwnClosing, Ct)).StatusCode);
        var wrong = await host.NewBrowser().SignInAsync("/identity/sign-in", member.Email, "not the password at all");
        Assert.Contains("do not belong together", await Task.FromResult(wrong).TextAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        var right = host.NewBrowser().SignInAsync("/identity/sign-in", member.Email, NewPerson.Password);
        Assert.Contains("paused", await right.TextAsync(HttpStatusCode.Forbidden), StringComparison.Ordinal);
        var letter = await host.Post.LetterToAsync(member.Email, Letter);
        Assert.Contains("paused", letter.Text, StringComparison.Ordinal);
        Assert.Equal(0L, await host.ScalarAsync<long>($"SELECT count(*) FROM identity.session WHERE account_id = '{member.Id}'"));
    }

    [Fact]
    public async Task A_link_by_mail_does_not_let_a_disabled_person_in()
    {
        var (administrator, member) = (await host.EmployAsync("administrator"), await host.EmployAsync("nurse"));
        await administrator.Http.PostOnceAsync($"{member.Address}/disable").ExpectAsync(HttpStatusCode.OK);
        var browser = host.NewBrowser();
        await browser.SendAsync(await browser.OpenAsync("/identity/sign-in/link"), new() { ["email"] = member.Email }).ExpectAsync(HttpStatusCode.Redirect);
        var link = PostBox.LinkIn(await host.Post.LetterToAsync(member.Email, "Your sign-in link"));

        var page = browser.SendAsync(await browser.OpenAsync(link), []);

        Assert.Contains("paused", await page.TextAsync(HttpStatusCode.Forbidden), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_began_while_the_account_was_being_disabled_is_worth_nothing()
    {
        var member = await host.EmployAsync("nurse");
        var browser = host.NewBrowser();
        var (flow, tokens) = await SignedInAsync(browser, member);

        await host.ScalarAsync<int>($"UPDATE identity.account SET disabled_at = now() WHERE id = '{member.Id}'"); // and the session stays

        using var program = host.NewProgram();
        await browser.OpenAsync("/identity/account").ExpectAsync(HttpStatusCode.Redirect);
        await flow.RefreshAsync(program, tokens.Refresh_token!).ExpectAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_enabled_person_signs_in_again_with_the_roles_they_had()
    {
        var (administrator, member) = (await host.EmployAsync("administrator"), await host.EmployAsync("nurse"));
        await administrator.Http.PostOnceAsync($"{member.Address}/disable").ExpectAsync(HttpStatusCode.OK);
        await administrator.Http.PostOnceAsync($"{member.Address}/disable").ExpectAsync(HttpStatusCode.OK); // once more changes nothing

        var enabled = await administrator.Http.PostOnceAsync($"{member.Address}/enable").ReadAsync<JsonObject>();

        Assert.Null(enabled["disabledAt"]);
        await host.NewBrowser().SignInAsync("/identity/sign-in", member.Email, NewPerson.Password).ExpectAsync(HttpStatusCode.Redirect);
        Assert.Equal("nurse", await host.RolesAsync(member.Id));
        await Eventually.EqualAsync(2, () => Task.FromResult(host.Post.To(member.Email).Count()));
    }

    [Fact]
    public async Task Administrators_see_who_works_here_and_not_who_is_only_a_client()
    {
        var administrator = await host.EmployAsync("administrator");
        var (member, client) = (await host.EmployAsync("nurse"), await host.EmployAsync("client"));
        await administrator.Http.PostOnceAsync($"{member.Address}/disable").ExpectAsync(HttpStatusCode.OK);

        var listed = await EverybodyAsync(administrator);

        var line = Assert.Single(listed, line => line["id"]!.GetValue<Guid>() == member.Id);
        Assert.Equal((member.Email, "Jo Member"), (line["email"]!.ToString(), line["name"]!.ToString()));
        Assert.NotNull(line["disabledAt"]);
        Assert.DoesNotContain(listed, line => line["id"]!.GetValue<Guid>() == client.Id);
        Assert.Equal("Read", await host.AuditedAsync(member.Id, "ListStaff"));
    }

    [Fact]
    public async Task Nobody_else_reads_or_changes_accounts()
    {
        var member = await host.EmployAsync("nurse");
        foreach (var role in new[] { "client", "prescriber", "operator", "coordinator" })
        {
            var other = await host.EmployAsync(role);
            await other.Http.GetAsync(Practice.Accounts, Ct).ProblemAsync(403, "not-allowed");
            await other.Http.GetAsync(member.Address, Ct).ProblemAsync(403, "not-allowed");
            await other.Http.PutIfMatchAsync($"{member.Address}/roles", new { roles = new[] { "editor" } }, "\"1\"").ProblemAsync(403, "not-allowed");
            await other.Http.PostOnceAsync($"{member.Address}/disable").ProblemAsync(403, "not-allowed");
        }
        var administrator = await host.EmployAsync("administrator");
        await administrator.Http.PostOnceAsync($"{Practice.Accounts}/{Guid.CreateVersion7()}/disable").ProblemAsync(404, "not-found");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(SignInFlow Flow, Tokens Tokens)> SignedInAsync(Browser browser, Member member)
    {
        var flow = SignInFlow.Mobile();
        using var program = host.NewProgram();
        await browser.SignInAsync("/identity/sign-in", member.Email, NewPerson.Password).ExpectAsync(HttpStatusCode.Redirect);
        var authorized = await browser.OpenAsync(SignInFlow.Address(flow.AuthorizeParameters));
        return (flow, await flow.ExchangeAsync(program, flow.CodeFrom(authorized)).ReadAsync<Tokens>());
    }

    private static async Task<string> EtagAsync(Member administrator, Member member) =>
        (await administrator.Http.GetAsync(member.Address, Ct).ExpectAsync(HttpStatusCode.OK)).Headers.ETag!.Tag;

    private static async Task<HttpResponseMessage> SetAsync(Member administrator, Member member, params string[] roles) =>
        await administrator.Http.PutIfMatchAsync($"{member.Address}/roles", new { roles }, await EtagAsync(administrator, member));

    private static async Task<List<JsonNode>> EverybodyAsync(Member administrator)
    {
        var all = new List<JsonNode>();
        for (string? after = ""; after is not null;)
        {
            var page = await administrator.Http.GetAsync($"{Practice.Accounts}?limit=2{after}", Ct).ReadAsync<JsonObject>();
            all.AddRange(page["items"]!.AsArray()!);
            after = page["next"] is { } next ? $"&after={next}" : null;
        }
        return all;
    }
}
