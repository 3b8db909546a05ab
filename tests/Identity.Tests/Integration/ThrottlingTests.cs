using System.Net;
using Journease.Testing;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ThrottlingTests(IdentityHost host) : IClassFixture<IdentityHost>, IAsyncLifetime
{
    private const string Page = "/identity/sign-in";

    [Fact]
    public async Task Strangers_who_guess_have_to_wait_and_cannot_keep_the_owner_out()
    {
        const string Owner = "facilitator@demo.journease.example";
        var known = host.NewBrowserAt("198.51.100.1");
        await known.SignInAsync(Page, Owner, IdentityHost.Password).ExpectAsync(HttpStatusCode.Redirect);
        await known.SendAsync(await known.OpenAsync("/identity/sign-out"), []).ExpectAsync(HttpStatusCode.Redirect);

        var refused = await UntilRefusedAsync(Owner);

        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Please wait", page, StringComparison.Ordinal);
        Assert.Contains("/identity/sign-in/link", page, StringComparison.Ordinal);
        // Another address has its own count, but the account's is used up too: that is what stops many addresses.
        await host.NewBrowserAt("203.0.113.250").SignInAsync(Page, Owner, IdentityHost.Password).ExpectAsync(HttpStatusCode.TooManyRequests);
        await known.SignInAsync(Page, Owner, IdentityHost.Password).ExpectAsync(HttpStatusCode.Redirect);
        // Also without a known device there is a way in that guessing does not close.
        var elsewhere = host.NewBrowserAt("203.0.113.251");
        await elsewhere.SendAsync(await elsewhere.OpenAsync("/identity/sign-in/link"), new() { ["email"] = Owner }).ExpectAsync(HttpStatusCode.Redirect);
        await host.Post.LetterToAsync(Owner, "Your sign-in link");
    }

    [Fact]
    public async Task An_address_without_an_account_is_made_to_wait_in_the_same_way()
    {
        var refused = await UntilRefusedAsync("nobody-at-all@example.org");

        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_wait_ends_by_itself()
    {
        const string Person = "coordinator@demo.journease.example";
        await UntilRefusedAsync(Person);

        await host.ScalarAsync<int>("UPDATE identity.throttle_count SET forgotten_at = forgotten_at - interval '15 minutes'");

        await host.NewBrowserAt("203.0.113.1").SignInAsync(Page, Person, IdentityHost.Password).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Tries_at_once_are_counted_one_by_one_and_replicas_share_the_count()
    {
        var replica = host.Replica();
        var browsers = Enumerable.Range(0, 12).Select(n => n % 2 == 0 ? host.NewBrowserAt("192.0.2.9") : host.NewBrowserAt("192.0.2.9", replica)).ToArray();
        var pages = await Task.WhenAll(browsers.Select(browser => browser.OpenAsync(Page)));

        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) =>
            browser.SendAsync(page, new() { ["email"] = "therapist@demo.journease.example", ["password"] = "not the password" })));

        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.BadRequest), 5, 6);
        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests), 6, 7);
    }

    [Fact]
    public async Task Whoever_signs_in_well_is_not_counted()
    {
        var browser = host.NewBrowserAt("192.0.2.77");
        for (var time = 0; time < 8; time++)
        {
            await browser.SignInAsync(Page, "editor@demo.journease.example", IdentityHost.Password).ExpectAsync(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Nobody_can_fill_a_person_s_post_box()
    {
        var person = $"filled-{Guid.CreateVersion7():N}@example.org";
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < 5; time++)
        {
            var browser = host.NewBrowserAt($"203.0.113.{100 + time}");
            statuses.Add((await browser.SendAsync(await browser.OpenAsync("/identity/sign-in/link"), new() { ["email"] = person })).StatusCode);
        }

        Assert.Equal(3, statuses.Count(status => status == HttpStatusCode.Redirect));
        Assert.Equal(2, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    public async ValueTask InitializeAsync()
    {
        await host.SeedAsync();
        await host.ScalarAsync<int>("DELETE FROM identity.throttle_count");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // From many addresses, four tries each: no address is made to wait for its own tries.
    private async Task<HttpResponseMessage> UntilRefusedAsync(string email)
    {
        for (var attempt = 0; attempt < 40; attempt++)
        {
            var answer = await host.NewBrowserAt($"203.0.113.{attempt / 4}").SignInAsync(Page, email, "not the password");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return answer;
            }
        }
        throw new InvalidOperationException("Nobody was made to wait.");
    }
}
