using System.Net;
using Journease.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Journease.Identity.Tests;

/// <summary>A browser in which a person is signed in, and the tokens that a client got through that.</summary>
public sealed record SignedInDevice(Browser Browser, SignInFlow Flow, HttpClient Program, Tokens Tokens)
{
    /// <summary>The session at identity (<c>sid</c>).</summary>
    public string Session => new JsonWebToken(Tokens.Id_token).GetClaim("sid").Value;

    /// <summary>Whose account it is (<c>sub</c>).</summary>
    public string Subject => new JsonWebToken(Tokens.Id_token).Subject;

    public static async Task<SignedInDevice> OfAsync(IdentityHost host, string email, SignInFlow flow, string password = IdentityHost.Password)
    {
        var (browser, program) = (host.NewBrowser(), host.NewProgram());
        await browser.SignInAsync("/identity/sign-in", email, password).ExpectAsync(HttpStatusCode.Redirect);
        var code = flow.CodeFrom(await browser.OpenAsync(SignInFlow.Address(flow.AuthorizeParameters)));
        return new(browser, flow, program, await flow.ExchangeAsync(program, code).ReadAsync<Tokens>());
    }

    /// <summary>What the token endpoint says to the refresh token.</summary>
    public async Task<HttpStatusCode> RefreshAsync() => (await Flow.RefreshAsync(Program, Tokens.Refresh_token!)).StatusCode;

    /// <summary>Presses a button on the page of the person's own account; about another thing than the page names where one is given.</summary>
    public async Task PressAsync(string act, string? id = null) => await Browser
        .SendToAsync(await Browser.OpenAsync("/identity/account"), "/identity/account/" + act, id is null ? [] : new() { ["id"] = id })
        .ExpectAsync(HttpStatusCode.Redirect);
}
