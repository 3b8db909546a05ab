using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>
/// Tells a token that is not good from one that cannot be checked, because the issuer's keys could not be fetched yet: the
/// first must sign in again, the second only has to wait.
/// </summary>
internal static class KeysAway
{
    private const string Item = "keys-away";

    public static async Task NoteAsync(AuthenticationFailedContext failure)
    {
        // The library swallows the failed fetch and says only that no key fits.
        if (failure.Exception is not SecurityTokenSignatureKeyNotFoundException || failure.Options.ConfigurationManager is not { } issuer)
        {
            return;
        }
        try
        {
            var now = await issuer.GetConfigurationAsync(failure.HttpContext.RequestAborted);
            // The key that was missing is here: it came between the check and this look.
            if (KeyIdOf(failure.Request) is { } key && now.SigningKeys.Any(known => known.KeyId == key))
            {
                failure.HttpContext.Items[Item] = true;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure.HttpContext.Items[Item] = true;
        }
    }

    private static string? KeyIdOf(HttpRequest request)
    {
        var token = request.Headers.Authorization.ToString().Split(' ').Last();
        var handler = new JsonWebTokenHandler();
        return handler.CanReadToken(token) ? handler.ReadJsonWebToken(token).Kid : null;
    }

    /// <summary>Answers 503 where the keys are away; false where the token itself is at fault.</summary>
    public static bool Answers(JwtBearerChallengeContext challenge)
    {
        if (!challenge.HttpContext.Items.ContainsKey(Item))
        {
            return false;
        }
        challenge.HandleResponse();
        challenge.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        challenge.Response.Headers.RetryAfter = "2";
        return true;
    }
}
