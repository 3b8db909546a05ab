using Journease.Identity.Pages;
using Journease.Identity.Passkeys;
using Microsoft.AspNetCore.Antiforgery;

namespace Journease.Identity.Sessions;

/// <summary>Answers with the page to sign in.</summary>
internal sealed class SignInAnswer(IAntiforgery antiforgery, PasskeyChallenges passkeys)
{
    public Task<IResult> ShowAsync(HttpContext http, string? returnUrl) => PageAsync(http, returnUrl, email: null, sentence: null);

    /// <summary>The page again, with why it did not work.</summary>
    public Task<IResult> AgainAsync(HttpContext http, string? returnUrl, string? email, string sentence) => PageAsync(http, returnUrl, email, sentence);

    private async Task<IResult> PageAsync(HttpContext http, string? returnUrl, string? email, string? sentence)
    {
        var challenge = await passkeys.ToSignInAsync(http);
        return http.Page<SignInPage>(
            new
            {
                Token = antiforgery.GetAndStoreTokens(http),
                ReturnUrl = ReturnAddress.Of(returnUrl),
                Email = email,
                Sentence = sentence,
                challenge.Options,
                Challenge = challenge.Protected,
            },
            sentence is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
