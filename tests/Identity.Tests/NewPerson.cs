using System.Net;
using Journease.Testing;

namespace Journease.Identity.Tests;

/// <summary>Somebody who wants an account, and the steps they take.</summary>
public sealed record NewPerson(string Email, string Name = "Robin Vale", string BirthDate = "1988-04-23", string TimeZone = "America/Chicago")
{
    public const string Password = "seven otters hum quietly";

    /// <summary>With an address that no other test uses.</summary>
    public static NewPerson Somebody() => new($"robin-{Guid.CreateVersion7():N}@example.org");

    public Dictionary<string, string> Fields => new()
    {
        ["email"] = Email,
        ["name"] = Name,
        ["birth-date"] = BirthDate,
        ["time-zone"] = TimeZone,
    };

    public async Task<HttpResponseMessage> AskAsync(Browser browser) =>
        await browser.SendAsync(await browser.OpenAsync("/identity/register"), Fields);

    /// <summary>Asks, reads the letter, confirms; returns where that leads.</summary>
    public async Task<HttpResponseMessage> RegisterAsync(IdentityHost host, Browser browser)
    {
        await AskAsync(browser).ExpectAsync(HttpStatusCode.Redirect);
        return await ConfirmAsync(browser, await LinkAsync(host));
    }

    public async Task<string> LinkAsync(IdentityHost host) => PostBox.LinkIn(await host.Post.LetterToAsync(Email, "Confirm your e-mail address"));

    public static async Task<HttpResponseMessage> ConfirmAsync(Browser browser, string link, string password = Password) =>
        await browser.SendAsync(await browser.OpenAsync(link), new() { ["password"] = password });
}
