using Microsoft.AspNetCore.Antiforgery;

namespace Journease.Portal.SignIn;

/// <summary>Names and rules of every cookie of the portal. None is read by a script, none is sent along by another site's form.</summary>
internal static class PortalCookies
{
    public static void Apply(CookieBuilder cookie, PortalSignInSettings settings, string? part = null)
    {
        // Ports of one host share cookies, so the name says whose it is; __Host- keeps neighbours from planting one.
        cookie.Name = (settings.IsHttps ? "__Host-" : "") + "journease-portal" + (part is null ? "" : "." + part);
        cookie.SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.Path = "/";
    }

    /// <summary>Every form carries a token that only this site could have given.</summary>
    public static void AddSafeForms(this IServiceCollection services)
    {
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<PortalSignInSettings>((options, settings) => Apply(options.Cookie, settings, "form"));
    }
}
