using System.Net;
using System.Text.RegularExpressions;
using Journease.Testing;
using OtpNet;

namespace Journease.Identity.Tests;

/// <summary>An authenticator app, as a person sets it up from the page: by the key that they type in.</summary>
internal sealed partial class AppOfPerson
{
    private readonly Totp totp;
    private readonly TimeProvider clock;

    public AppOfPerson(string key, TimeProvider clock) => (totp, this.clock) = (new(Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal))), clock);

    /// <summary>What the app shows now, or will show or showed so many half minutes from now.</summary>
    public string Code(int halfMinutes = 0) => totp.ComputeTotp((clock.GetUtcNow() + TimeSpan.FromSeconds(30 * halfMinutes)).UtcDateTime);

    /// <summary>A code that no app would show now.</summary>
    public string WrongCode()
    {
        var right = Enumerable.Range(-2, 5).Select(Code).ToList();
        return Enumerable.Range(0, 10).Select(number => $"{number:D6}").First(code => !right.Contains(code));
    }

    /// <summary>Turns the app on for whoever is signed in, just now, in this browser.</summary>
    /// <returns>The app, whose code of now is spent, and the recovery codes of the last page.</returns>
    public static async Task<(AppOfPerson App, IReadOnlyList<string> RecoveryCodes)> SetUpAsync(Browser browser, IdentityHost host)
    {
        var account = await browser.OpenAsync("/identity/account");
        var page = await browser.SendToAsync(account, "/identity/account/app", []).ExpectAsync(HttpStatusCode.OK);
        var app = new AppOfPerson(Key().Match(await TextAsync(page)).Groups[1].Value, host.Clock);
        var codes = await browser.SendAsync(page, new() { ["code"] = app.Code() }).ExpectAsync(HttpStatusCode.OK);
        return (app, [.. RecoveryCode().Matches(await TextAsync(codes)).Select(code => code.Groups[1].Value)]);
    }

    private static Task<string> TextAsync(HttpResponseMessage page) => page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("""<code class="key">([A-Z2-7 ]+)</code>""")]
    private static partial Regex Key();

    [GeneratedRegex("""<li><code>([a-z2-7-]+)</code></li>""")]
    private static partial Regex RecoveryCode();
}
