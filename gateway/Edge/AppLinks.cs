namespace Journease.Gateway.Edge;

/// <summary>
/// Tells phones which apps may open links of this address and use its passkeys. Not there while no app is configured.
/// </summary>
internal static class AppLinks
{
    private static readonly string[] AndroidRelations = ["delegate_permission/common.handle_all_urls", "delegate_permission/common.get_login_creds"];
    private static readonly string[] OpenedByTheApp = ["/signed-in", "/signed-out"];

    public static void MapAppLinks(this WebApplication app)
    {
        var settings = app.Configuration.GetSection("AppLinks").Get<AppLinkSettings>() ?? new();
        app.MapGet("/.well-known/apple-app-site-association", () => Apple(settings))
            .WithName("AppleAppSiteAssociation").WithSummary("Which apps of Apple's belong to this address").AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/.well-known/assetlinks.json", () => Android(settings))
            .WithName("AndroidAssetLinks").WithSummary("Which Android apps belong to this address").AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Apple(AppLinkSettings settings)
    {
        if (settings.AppleAppIds is { Length: 0 })
        {
            return Results.NotFound();
        }
        var pages = OpenedByTheApp.Select(page => new Dictionary<string, string> { ["/"] = page });
        return Results.Json(new
        {
            applinks = new { details = new[] { new { appIDs = settings.AppleAppIds, components = pages } } },
            webcredentials = new { apps = settings.AppleAppIds },
        });
    }

    private static IResult Android(AppLinkSettings settings)
    {
        if (settings.AndroidFingerprints is { Length: 0 })
        {
            return Results.NotFound();
        }
        var target = new Dictionary<string, object>
        {
            ["namespace"] = "android_app",
            ["package_name"] = settings.AndroidPackage,
            ["sha256_cert_fingerprints"] = settings.AndroidFingerprints,
        };
        return Results.Json(new[] { new { relation = AndroidRelations, target } });
    }
}

/// <summary>Configuration section <c>AppLinks</c>.</summary>
internal sealed class AppLinkSettings
{
    /// <summary>Team id and bundle id, for example <c>AB12CD34EF.com.journease.app</c>.</summary>
    public string[] AppleAppIds { get; init; } = [];

    public string AndroidPackage { get; init; } = "com.journease.app";

    /// <summary>SHA-256 fingerprints of the certificates that sign the app.</summary>
    public string[] AndroidFingerprints { get; init; } = [];
}
