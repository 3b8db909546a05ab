using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Journease.Platform.Tests;

/// <summary>Signs a demonstration account in as the mobile app does: authorization code with PKCE, through the gateway, with the real sign-in page.</summary>
internal static class SignIn
{
    public const string DemonstrationPassword = "journease-demo-2026";

    private const string Client = "journease-mobile";
    private const string Redirect = "com.journease.app:/signed-in";
    private const string Scopes = "openid profile roles offline_access intake scheduling content groups notifications identity";

    public static async Task<string> AccessTokenAsync(Uri gateway, string account)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true });
        var discovery = await browser.GetFromJsonAsync<JsonElement>(new Uri(gateway, "/identity/.well-known/openid-configuration"));
        var verifier = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

        var authorize = new UriBuilder(discovery.GetProperty("authorization_endpoint").GetString()!)
        {
            Query = $"client_id={Client}&response_type=code&redirect_uri={Uri.EscapeDataString(Redirect)}&scope={Uri.EscapeDataString(Scopes)}" +
                $"&code_challenge={challenge}&code_challenge_method=S256&state=s&nonce=n",
        };
        var code = await CodeAsync(browser, authorize.Uri, account);

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Client,
            ["redirect_uri"] = Redirect,
            ["code"] = code,
            ["code_verifier"] = verifier,
        });
        var answer = await browser.PostAsync(discovery.GetProperty("token_endpoint").GetString(), form);
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return token.TryGetProperty("access_token", out var access)
            ? access.GetString()!
            : throw new InvalidOperationException($"No token for {account}: {token}");
    }

    private static async Task<string> CodeAsync(HttpClient browser, Uri start, string account)
    {
        var address = start;
        for (var hop = 0; hop < 10; hop++)
        {
            var page = await browser.GetAsync(address);
            if (page.Headers.Location is null)
            {
                page = await SubmitAsync(browser, address, await page.Content.ReadAsStringAsync(), account);
            }

            address = new Uri(address, page.Headers.Location ?? throw new InvalidOperationException(
                $"Signing {account} in ended at {(int)page.StatusCode}: {await page.Content.ReadAsStringAsync()}"));
            if (!address.Scheme.StartsWith("http", StringComparison.Ordinal))
            {
                return HttpUtility.ParseQueryString(address.Query)["code"] ?? throw new InvalidOperationException($"No code in {address}");
            }
        }
        throw new InvalidOperationException("Signing in went round in circles.");
    }

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, Uri address, string html, string account)
    {
        var page = await new HtmlParser().ParseDocumentAsync(html);
        var form = page.Forms.OfType<IHtmlFormElement>().Single(one => one.QuerySelector("input[type=password]") is not null);
        var fields = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Type switch
        {
            "email" => $"{account}@demo.journease.example",
            "password" => DemonstrationPassword,
            _ => input.Value,
        });
        using var content = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(address, form.GetAttribute("action") ?? address.ToString()), content);
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
