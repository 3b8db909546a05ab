using System.Net;
using Journease.Identity.Accounts;
using Journease.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Identity.Tests.Integration;

/// <summary>A person hears of sign-ins on devices that their account has not seen.</summary>
[Trait("Needs", "servers")]
public sealed class NewDeviceTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string Subject = "A new sign-in to your account";
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    [Fact]
    public async Task A_sign_in_on_another_device_is_told_once_with_how_to_end_it()
    {
        var (person, first) = await RegisteredAsync();
        var laptop = host.NewBrowser();
        laptop.UserAgent = Windows;

        await SignInAsync(laptop, person);
        var letter = await host.Post.LetterToAsync(person.Email, Subject);
        await SignOutAsync(laptop);
        await SignInAsync(laptop, person);
        await SignOutAsync(first);
        await SignInAsync(first, person);

        Assert.Contains("Firefox on Windows", letter.Text, StringComparison.Ordinal);
        Assert.Equal("/identity/account", PostBox.LinkIn(letter));
        Assert.Equal(1L, await NoticesAsync(person));
    }

    [Fact]
    public async Task A_sign_in_with_a_link_from_our_mail_is_told_too()
    {
        var (person, _) = await RegisteredAsync();
        var phone = host.NewBrowser();
        phone.UserAgent = Phone;

        await phone.SendAsync(await phone.OpenAsync("/identity/sign-in/link"), new() { ["email"] = person.Email }).ExpectAsync(HttpStatusCode.Redirect);
        var link = PostBox.LinkIn(await host.Post.LetterToAsync(person.Email, "Your sign-in link"));
        await phone.SendAsync(await phone.OpenAsync(link), []).ExpectAsync(HttpStatusCode.Redirect);

        Assert.Contains("Safari on an iPhone", (await host.Post.LetterToAsync(person.Email, Subject)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_at_one_device_each_is_told()
    {
        var (one, _) = await RegisteredAsync();
        var (other, _) = await RegisteredAsync();
        var shared = host.NewBrowser();

        await SignInAsync(shared, one);
        await SignOutAsync(shared);
        await SignInAsync(shared, other);

        Assert.Equal((1L, 1L), (await NoticesAsync(one), await NoticesAsync(other)));
    }

    [Fact]
    public async Task Where_a_code_is_asked_for_a_device_is_known_only_after_it()
    {
        var (person, first) = await RegisteredAsync();
        var (app, _) = await AppOfPerson.SetUpAsync(first, host);
        var laptop = host.NewBrowser();

        var asked = await SignInAsync(laptop, person);
        Assert.Equal(0L, await NoticesAsync(person));
        await laptop.SendAsync(await laptop.OpenAsync(asked.Headers.Location!.ToString()), new() { ["code"] = app.Code(1) }).ExpectAsync(HttpStatusCode.Redirect);

        Assert.Equal(1L, await NoticesAsync(person));
    }

    private async Task<(NewPerson Person, Browser First)> RegisteredAsync()
    {
        var (person, browser) = (NewPerson.Somebody(), host.NewBrowser());
        await person.RegisterAsync(host, browser).ExpectAsync(HttpStatusCode.Redirect);
        return (person, browser);
    }

    private static Task<HttpResponseMessage> SignInAsync(Browser browser, NewPerson person) =>
        browser.SignInAsync("/identity/sign-in", person.Email, NewPerson.Password).ExpectAsync(HttpStatusCode.Redirect);

    private static async Task SignOutAsync(Browser browser) =>
        await browser.SendAsync(await browser.OpenAsync("/identity/sign-out"), []).ExpectAsync(HttpStatusCode.Redirect);

    // The letter is written with the session: there is nothing to wait for.
    private async Task<long> NoticesAsync(NewPerson person)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AccountDetails>().FindAsync(person.Email, TestContext.Current.CancellationToken);
        return await host.ScalarAsync<long>($"SELECT count(*) FROM identity.mail WHERE owner_id = '{account!.Id}' AND kind = 'new-device'");
    }
}
