using System.Diagnostics.CodeAnalysis;
using Journease.Identity.Clients;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Identity.Pages;

/// <summary>How a page leaves: not stored anywhere, not framed, without a script in it, sending forms only to ourselves and our clients.</summary>
internal static class PageAnswers
{
    public static RazorComponentResult<TPage> Page<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TPage>(
        this HttpContext http, object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action "
            + http.RequestServices.GetRequiredService<FormTargets>().Sources;
        return new(parameters) { StatusCode = status };
    }
}

/// <summary>
/// Where a form may lead. A browser holds the redirects after a form against this as well, so the clients belong to it.
/// </summary>
internal sealed class FormTargets(IConfiguration configuration)
{
    public string Sources { get; } = string.Join(' ',
    [
        "'self'", PlatformClients.MobileScheme + ":", "http://127.0.0.1:*",
        .. ClientSettings.From(configuration).Portal.Address is { } portal ? [portal.GetLeftPart(UriPartial.Authority)] : Array.Empty<string>(),
    ]);
}
