using System.Net;
using Journease.Identity.Staff;
using Journease.ServiceDefaults.Verbs;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Identity.Tests.Staff;

/// <summary>Each test has an installation of its own, because there is a first administrator only once.</summary>
[Trait("Needs", "servers")]
public sealed class FirstAdministratorTests : IAsyncLifetime
{
    private readonly IdentityHost host = new();
    private readonly string email = NewPerson.Somebody().Email;

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Whoever_has_the_printed_address_registers_the_first_administrator_and_it_works_once()
    {
        var (exit, link) = await RunAsync();
        Assert.Equal(0, exit);
        Assert.StartsWith("/identity/first-administrator?token=", link, StringComparison.Ordinal);

        await RegisterAsync(link).ExpectAsync(HttpStatusCode.Redirect);
        await host.NewBrowser().OpenAsync(link!).ExpectAsync(HttpStatusCode.Gone);
        var browser = host.NewBrowser();
        await browser.AcceptAsync(await host.InvitationToAsync(email)).ExpectAsync(HttpStatusCode.Redirect);

        Assert.Equal("administrator", await host.ScalarAsync<string>("SELECT array_to_string(roles, ' ') FROM identity.account"));
        var account = await host.ScalarAsync<Guid>("SELECT id FROM identity.account");
        Assert.Equal("Write", await host.AuditedAsync(account, "RegisterFirstAdministrator"));
        using var administrator = host.ClientFor(account, "administrator");
        await administrator.PostOnceAsync(Practice.Invitations, Practice.Invited("colleague@example.org", "nurse")).ExpectAsync(HttpStatusCode.Created);
        Assert.Equal((1, null), await RunAsync());
    }

    [Fact]
    public async Task A_second_run_takes_the_place_of_the_first_address_and_of_the_letter_that_went_out_with_it()
    {
        var (_, first) = await RunAsync();
        await RegisterAsync(first).ExpectAsync(HttpStatusCode.Redirect);
        var letter = await host.InvitationToAsync(email);

        var (_, second) = await RunAsync();

        await host.NewBrowser().OpenAsync(first!).ExpectAsync(HttpStatusCode.Gone);
        await host.NewBrowser().OpenAsync(letter).ExpectAsync(HttpStatusCode.Gone);
        await host.NewBrowser().OpenAsync(second!).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_that_is_a_day_old_does_not_work()
    {
        var (_, link) = await RunAsync();

        host.Clock.Advance(TimeSpan.FromHours(24));

        await host.NewBrowser().OpenAsync(link!).ExpectAsync(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Two_who_use_the_address_at_once_are_not_both_invited()
    {
        var (_, link) = await RunAsync();
        var browsers = new[] { host.NewBrowser(), host.NewBrowser() };
        var pages = await Task.WhenAll(browsers.Select(browser => browser.OpenAsync(link!)));

        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) =>
            browser.SendAsync(page, new() { ["email"] = NewPerson.Somebody().Email, ["name"] = "Robin Vale" })));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Gone], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal(1L, await host.ScalarAsync<long>("SELECT count(*) FROM identity.staff_invitation"));
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_marked_and_uses_nothing_up()
    {
        var (_, link) = await RunAsync();
        var browser = host.NewBrowser();

        await browser.SendAsync(await browser.OpenAsync(link!), new() { ["email"] = "no address", ["name"] = "Robin Vale" }).ExpectAsync(HttpStatusCode.BadRequest);

        await RegisterAsync(link).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Whoever_comes_second_does_not_become_a_first_administrator_too()
    {
        var (_, link) = await RunAsync();
        await RegisterAsync(link).ExpectAsync(HttpStatusCode.Redirect);
        await host.EmployAsync("administrator");

        await host.NewBrowser().AcceptAsync(await host.InvitationToAsync(email)).ExpectAsync(HttpStatusCode.Gone);

        Assert.Equal(1L, await host.ScalarAsync<long>("SELECT count(*) FROM identity.account"));
    }

    [Fact]
    public async Task The_secret_is_nowhere_but_on_the_console()
    {
        var (_, link) = await RunAsync();
        await host.NewBrowser().OpenAsync(link!).ExpectAsync(HttpStatusCode.OK);

        var secret = link!.Split("token=")[1];
        Assert.DoesNotContain(secret, await host.ScalarAsync<string>("SELECT string_agg(t::text, ' ') FROM identity.first_administrator_token t"), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, host.Log.ToString(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> RegisterAsync(string? link)
    {
        var browser = host.NewBrowser();
        return await browser.SendAsync(await browser.OpenAsync(link!), new() { ["email"] = email, ["name"] = "Robin Vale", ["roles"] = "operator" });
    }

    // The verb as an operator runs it; returns its exit code and the address that it prints.
    private async Task<(int Exit, string? Link)> RunAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var verb = scope.ServiceProvider.GetServices<IVerb>().OfType<MakeFirstAdministratorToken>().Single();
        var (console, printed) = (Console.Out, new StringWriter());
        Console.SetOut(printed);
        try
        {
            var exit = await verb.RunAsync([], TestContext.Current.CancellationToken);
            var address = printed.ToString().Split().SingleOrDefault(word => word.StartsWith("https://", StringComparison.Ordinal));
            return (exit, address is null ? null : new Uri(address).PathAndQuery);
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
