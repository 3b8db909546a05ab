using System.Net;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Identity.Tests.Staff;

/// <summary>Each test has an installation of its own: how many administrators there are matters here.</summary>
[Trait("Needs", "servers")]
public sealed class LastAdministratorTests : IAsyncLifetime
{
    private const string OwnClosing = "/identity/v1/account/closing";
    private readonly IdentityHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("disable", "disable")]
    [InlineData("demote", "demote")]
    [InlineData("demote", "disable")]
    public async Task Of_two_administrators_who_turn_each_other_out_at_once_one_stays(string first, string second)
    {
        var (one, other) = (await host.EmployAsync("administrator"), await host.EmployAsync("administrator"));

        var answers = await Task.WhenAll(TurnOutAsync(one, other, first), TurnOutAsync(other, one, second));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(1L, await EnabledAsync());
    }

    [Fact]
    public async Task The_last_administrator_cannot_close_their_account_and_one_of_two_can()
    {
        var (one, other) = (await host.EmployAsync("administrator"), await host.EmployAsync("administrator"));
        await one.Http.PostOnceAsync(OwnClosing).ExpectAsync(HttpStatusCode.Accepted);

        await other.Http.PostOnceAsync(OwnClosing).ProblemAsync(409, "last-administrator");
        await one.Http.PostOnceAsync($"{other.Address}/disable").ProblemAsync(409, "last-administrator"); // one is about to leave

        await one.Http.PostOnceAsync($"{OwnClosing}/cancel").ExpectAsync(HttpStatusCode.OK);
        await one.Http.PostOnceAsync($"{other.Address}/disable").ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task On_the_page_too_the_last_administrator_reads_whom_to_ask_first()
    {
        var last = await host.EmployAsync("administrator");
        var browser = host.NewBrowser();
        await browser.SignInAsync("/identity/sign-in", last.Email, NewPerson.Password).ExpectAsync(HttpStatusCode.Redirect);

        var page = browser.SendAsync(await browser.OpenAsync("/identity/account/closing"), new() { ["decision"] = "close" });

        Assert.Contains("Make somebody else an administrator first", await page.TextAsync(HttpStatusCode.Conflict), StringComparison.Ordinal);
        Assert.Equal(1L, await EnabledAsync());
    }

    private static async Task<HttpResponseMessage> TurnOutAsync(Member who, Member whom, string how)
    {
        if (how == "disable")
        {
            return await who.Http.PostOnceAsync($"{whom.Address}/disable");
        }
        var read = await who.Http.GetAsync(whom.Address, TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
        return await who.Http.PutIfMatchAsync($"{whom.Address}/roles", new { roles = new[] { "editor" } }, read.Headers.ETag!.Tag);
    }

    private Task<long> EnabledAsync() => host.ScalarAsync<long>(
        "SELECT count(*) FROM identity.account WHERE 'administrator' = ANY(roles) AND disabled_at IS NULL AND closes_at IS NULL");
}
