using Journease.Identity.RecoveryCodes;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.SecondFactor;

internal static class SecondFactorSetUp
{
    /// <summary>Codes of an app, recovery codes, and the cookie between the first factor and the second.</summary>
    public static void AddSecondFactor(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<AppCodes>();
        builder.Services.AddScoped<IssuedRecoveryCodes>();
        builder.Services.AddScoped<PendingSignIn>();
        builder.Services.AddAuthentication().AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = "journease-identity-second";
            cookie.Cookie.Path = "/identity";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = PendingSignIn.GoodFor;
            cookie.SlidingExpiration = false;
        });
    }
}
