using System.Net;
using System.Text.RegularExpressions;
using Journease.Testing;

namespace Journease.Identity.Tests;

/// <summary>A person at a browser: opens pages, fills in forms, and is sent where redirects lead.</summary>
public sealed partial class Browser(HttpClient http)
{
    /// <summary>What the browser says it is.</summary>
    public string UserAgent
    {
        set
        {
            http.DefaultRequestHeaders.UserAgent.Clear();
            http.DefaultRequestHeaders.UserAgent.ParseAdd(value);
        }
    }

    public Task<HttpResponseMessage> OpenAsync(string address) => http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);

    /// <summary>Opens the sign-in page at this address, fills it in and sends it.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string page, string email, string password) =>
        await SendAsync(await OpenAsync(page), new() { ["email"] = email, ["password"] = password });

    /// <summary>Sends the form of a page: its hidden fields, and what the person fills in.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpResponseMessage page, Dictionary<string, string> filledIn, HttpStatusCode expected = HttpStatusCode.OK)
    {
        await page.ExpectAsync(expected);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await PostAsync(Forms().Match(html), filledIn);
    }

    /// <summary>Sends one form of a page that has several: the first that goes to this address.</summary>
    public async Task<HttpResponseMessage> SendToAsync(HttpResponseMessage page, string action, Dictionary<string, string> filledIn)
    {
        await page.ExpectAsync(HttpStatusCode.OK);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await PostAsync(Forms().Matches(html).First(form => form.Groups["action"].Value == action), filledIn);
    }

    /// <summary>Presses the one button of a page that says that a link is of no use any more.</summary>
    public Task<HttpResponseMessage> SendOldAsync(HttpResponseMessage page) => SendAsync(page, [], HttpStatusCode.Gone);

    private Task<HttpResponseMessage> PostAsync(Match form, Dictionary<string, string> filledIn)
    {
        var fields = HiddenFields().Matches(form.Value).ToDictionary(
            field => WebUtility.HtmlDecode(field.Groups["name"].Value), field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        foreach (var (name, value) in filledIn)
        {
            fields[name] = value;
        }
        return http.PostAsync(new Uri(form.Groups["action"].Value, UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)" */>""")]
    private static partial Regex HiddenFields();

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]*)">.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();
}
