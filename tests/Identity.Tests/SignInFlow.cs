using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Journease.Testing;

namespace Journease.Identity.Tests;

/// <summary>The steps of the code flow with PKCE, as a client library takes them.</summary>
public sealed record SignInFlow(string ClientId, string RedirectUri, string Scope, string? Secret = null)
{
    private readonly string verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static SignInFlow Mobile(string scope = "openid offline_access intake") => new("journease-mobile", "http://127.0.0.1:49152/signed-in", scope);

    public static SignInFlow Portal(string scope = "openid profile email roles offline_access intake content") =>
        new("journease-portal", new Uri(IdentityHost.Portal, "/signin-oidc").ToString(), scope, IdentityHost.PortalSecret);

    public Dictionary<string, string> AuthorizeParameters => new()
    {
        ["client_id"] = ClientId,
        ["redirect_uri"] = RedirectUri,
        ["response_type"] = "code",
        ["scope"] = Scope,
        ["state"] = "the-state",
        ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        ["code_challenge_method"] = "S256",
    };

    public static string Address(IEnumerable<KeyValuePair<string, string>> parameters) => "/identity/connect/authorize?"
        + string.Join('&', parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));

    /// <summary>Signs the person in and returns the code that the client is given.</summary>
    public async Task<string> CodeAsync(Browser browser, string email)
    {
        var asked = await browser.OpenAsync(Address(AuthorizeParameters));
        await asked.ExpectAsync(HttpStatusCode.Redirect);
        var signedIn = await browser.SignInAsync(asked.Headers.Location!.ToString(), email, IdentityHost.Password);
        await signedIn.ExpectAsync(HttpStatusCode.Redirect);
        var back = await browser.OpenAsync(signedIn.Headers.Location!.ToString());
        return CodeFrom(back);
    }

    public string CodeFrom(HttpResponseMessage back)
    {
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        var location = back.Headers.Location!.ToString();
        Assert.StartsWith(RedirectUri + "?", location, StringComparison.Ordinal);
        var answer = HttpUtility.ParseQueryString(new Uri(location).Query);
        Assert.Equal("the-state", answer["state"]);
        Assert.Equal("https://gateway.test/identity", answer["iss"]);
        return answer["code"] ?? throw new InvalidOperationException("No code: " + answer["error"]);
    }

    public Task<HttpResponseMessage> ExchangeAsync(HttpClient program, string code, string? otherVerifier = null) => TokenAsync(program, new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = RedirectUri,
        ["code_verifier"] = otherVerifier ?? verifier,
    });

    public Task<HttpResponseMessage> RefreshAsync(HttpClient program, string refreshToken) => TokenAsync(program, new()
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = refreshToken,
    });

    private Task<HttpResponseMessage> TokenAsync(HttpClient program, Dictionary<string, string> form)
    {
        form["client_id"] = ClientId;
        if (Secret is not null)
        {
            form["client_secret"] = Secret;
        }
        return program.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
    }
}

/// <summary>What the token endpoint answers.</summary>
public sealed record Tokens(string Access_token, string? Refresh_token, string? Id_token, int Expires_in, string? Scope);
