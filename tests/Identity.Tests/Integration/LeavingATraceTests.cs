using System.Net;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Verbs;
using Journease.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Identity.Tests.Integration;

/// <summary>What people find in their access log of what was done at identity's pages, by them and by others.</summary>
[Trait("Needs", "servers")]
public sealed class LeavingATraceTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private static readonly string[] PagesOfAnAccount =
        ["/identity/account", "/identity/password", "/identity/sign-out", "/identity/connect/endsession", "/identity/connect/userinfo", "/identity/v1"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_sees_that_they_signed_in_and_out_and_that_somebody_tried()
    {
        var (person, browser, account) = await RegisteredAsync();
        await host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, "not the password at all").ExpectAsync(HttpStatusCode.BadRequest);
        await host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, NewPerson.Password).ExpectAsync(HttpStatusCode.Redirect);
        await browser.SendAsync(await browser.OpenAsync("/identity/sign-out"), []).ExpectAsync(HttpStatusCode.Redirect);

        var log = await AccessLogAsync(account);

        Assert.Equal(
            [("SignOut", "write", true), ("SignIn", "write", true), ("SignIn", "refusal", false), ("ConfirmRegistration", "write", true)],
            log.Select(item => (item.Act, item.Kind, item.Mine)));
        Assert.Equal("Sign in with e-mail address and password", log[1].What);
        Assert.All(log, item => Assert.Empty(item.Roles));
    }

    [Fact]
    public async Task A_try_with_an_address_that_nobody_has_is_in_the_security_log_and_takes_a_row_as_long()
    {
        var (person, _, _) = await RegisteredAsync();
        var before = await RowsAsync();
        await host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, "not the password at all").ExpectAsync(HttpStatusCode.BadRequest);
        var known = await RowsAsync() - before;

        await host.NewBrowser().SignInAsync("/identity/sign-in", "nobody@example.org", "not the password at all").ExpectAsync(HttpStatusCode.BadRequest);

        Assert.Equal(known, await RowsAsync() - before - known);
        Assert.Contains(host.Log.Lines, line => line.Contains("Refused to nobody known POST /identity/sign-in: 400", StringComparison.Ordinal));
        Assert.DoesNotContain("nobody@example.org", host.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_sessions_and_closing_leave_what_was_done()
    {
        var (_, browser, account) = await RegisteredAsync();
        await browser.SendAsync(await browser.OpenAsync("/identity/password"), new() { ["password"] = "nine herons walk slowly" }).ExpectAsync(HttpStatusCode.Redirect);
        await browser.SendAsync(await browser.OpenAsync("/identity/account/closing"), new() { ["decision"] = "close" }).ExpectAsync(HttpStatusCode.Redirect);
        await browser.SendToAsync(await browser.OpenAsync("/identity/account"), "/identity/account/sessions/end-all", []).ExpectAsync(HttpStatusCode.Redirect);

        Assert.Equal(
            [("EndAllSessions", "write"), ("ShowAccount", "read"), ("DecideClosing", "write"), ("ShowClosing", "read"), ("ChangePassword", "write"), ("ConfirmRegistration", "write")],
            (await AccessLogAsync(account)).Select(item => (item.Act, item.Kind)));
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_done()
    {
        await using var own = new Own();
        await own.Host.InitializeAsync();
        var (person, browser) = (NewPerson.Somebody(), own.Host.NewBrowser());
        await person.RegisterAsync(own.Host, browser).ExpectAsync(HttpStatusCode.Redirect);
        var page = await browser.OpenAsync("/identity/password");
        await own.Host.ScalarAsync<long>("alter table audit.event add constraint ck_no_more check (act not in ('ChangePassword', 'SignIn')) not valid");

        await browser.SendAsync(page, new() { ["password"] = "nine herons walk slowly" }).ExpectAsync(HttpStatusCode.ServiceUnavailable);
        var signIn = await own.Host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, NewPerson.Password).ExpectAsync(HttpStatusCode.ServiceUnavailable);

        Assert.False(signIn.Headers.Contains("Set-Cookie"));
        await own.Host.ScalarAsync<long>("alter table audit.event drop constraint ck_no_more");
        await own.Host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, "nine herons walk slowly").ExpectAsync(HttpStatusCode.BadRequest);
        await own.Host.NewBrowser().SignInAsync("/identity/sign-in", person.Email, NewPerson.Password).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_trail_is_chained_and_found_to_be_as_it_was_written()
    {
        await RegisteredAsync();
        await Eventually.EqualAsync(
            0L, () => host.ScalarAsync<long>("select count(*) from audit.event e where not exists (select from audit.chain c where c.event_id = e.id)"));
        await using var scope = host.Services.CreateAsyncScope();

        Assert.Equal(0, await scope.ServiceProvider.GetServices<IVerb>().Single(verb => verb.Name == "verify").RunAsync([], Stop));
    }

    [Fact]
    public void Every_page_of_an_account_says_whose_data_it_is_about()
    {
        var silent = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => PagesOfAnAccount.Any(page => endpoint.RoutePattern.RawText!.StartsWith(page, StringComparison.Ordinal))
                && endpoint.Metadata.GetMetadata<AuditDeclaration>() is null)
            .Select(endpoint => endpoint.DisplayName);

        Assert.Empty(silent);
    }

    private Task<long> RowsAsync() => host.ScalarAsync<long>("select count(*) from audit.event");

    private async Task<(NewPerson Person, Browser Browser, Guid Account)> RegisteredAsync()
    {
        var (person, browser) = (NewPerson.Somebody(), host.NewBrowser());
        await person.RegisterAsync(host, browser).ExpectAsync(HttpStatusCode.Redirect);
        return (person, browser, await host.ScalarAsync<Guid>("SELECT id FROM identity.account ORDER BY opened_at DESC LIMIT 1"));
    }

    private async Task<IReadOnlyList<ListAccessLog.Item>> AccessLogAsync(Guid account)
    {
        using var client = host.ClientFor(account, "client");
        return (await client.GetAsync("/identity/v1/access-log", Stop).ReadAsync<ListAccessLog.Response>()).Items;
    }

    // The fixture of a class is made by the test framework; this one is made here.
    private sealed class Own : IAsyncDisposable
    {
        public IdentityHost Host { get; } = new();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
