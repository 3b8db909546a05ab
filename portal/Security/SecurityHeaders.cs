using Journease.Portal.SignIn;

namespace Journease.Portal.Security;

/// <summary>What the browser is told about every answer: nothing from elsewhere, no scripts, no frames, nothing kept that is private.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<PortalSignInSettings>();
        // Signing out is a form that ends at identity, and browsers hold the whole way against form-action.
        var policy = "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; " +
            $"frame-ancestors 'none'; form-action 'self' {settings.IssuerOrigin}";

        app.Use((http, next) =>
        {
            // As the answer starts, because the error page begins by clearing what was set before.
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()";
                headers.XFrameOptions = "DENY";
                if (settings.IsHttps)
                {
                    headers.StrictTransportSecurity = "max-age=31536000";
                }
                if (!Assets.IsAsset(http.Request.Path))
                {
                    headers.CacheControl = "no-store";
                }
                return Task.CompletedTask;
            });
            return next(http);
        });
    }
}
