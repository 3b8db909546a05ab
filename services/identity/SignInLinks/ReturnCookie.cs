using Journease.Identity.Sessions;
using Microsoft.AspNetCore.DataProtection;

namespace Journease.Identity.SignInLinks;

/// <summary>
/// Where the sign-in began, kept in the browser that began it: there, the link leads back to it. Another device knows nothing of
/// it, and could not go on with it.
/// </summary>
internal sealed class ReturnCookie(IDataProtectionProvider protection, PublicAddress address)
{
    private const string Name = "journease-return";

    private readonly IDataProtector protector = protection.CreateProtector("return-address");

    public void Keep(HttpContext http, string? returnUrl)
    {
        if (returnUrl is not null)
        {
            http.Response.Cookies.Append(Name, protector.Protect(returnUrl), Options(SignInLink.Lifetime + TimeSpan.FromMinutes(5)));
        }
    }

    public string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { } kept)
        {
            return null;
        }
        http.Response.Cookies.Delete(Name, Options(null));
        try
        {
            return ReturnAddress.Of(protector.Unprotect(kept));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        Path = "/identity",
        HttpOnly = true,
        Secure = address.IsSecure,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        MaxAge = lifetime,
    };
}
