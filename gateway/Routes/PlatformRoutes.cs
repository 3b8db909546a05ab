using Journease.Gateway.Limits;
using Yarp.ReverseProxy.Configuration;

namespace Journease.Gateway.Routes;

/// <summary>
/// What is reachable from outside: what the services declare, each for whom its service says, and identity's pages. Anything
/// else is not there. Prefixes are not stripped.
/// </summary>
internal static class PlatformRoutes
{
    private const string Anybody = "anonymous";
    private const string SignedIn = "default";
    private const string NoTimeout = "Disable";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Every audience of the platform, the first part of its prefix; which one an endpoint needs is for its service to say.</summary>
    public static IReadOnlyList<string> Audiences { get; } =
        [.. DeclaredOperation.All().Select(operation => operation.Path.Split('/')[1]).Append("identity").Distinct()];

    public static IReadOnlyList<RouteConfig> Routes { get; } = [.. DeclaredOperation.All().Select(Route), .. Identity()];

    private static RouteConfig Route(DeclaredOperation operation) => new()
    {
        RouteId = operation.Id,
        ClusterId = operation.Service,
        AuthorizationPolicy = operation.ForAnybody ? Anybody : SignedIn,
        RateLimiterPolicy = RouteRules.LimitOf(operation),
        MaxRequestBodySize = RouteRules.Uploads.Contains(operation.Id) ? RouteRules.UploadBody : RouteRules.UsualBody,
        TimeoutPolicy = operation.IsStream ? NoTimeout : null,
        Timeout = operation.IsStream ? null : Patience,
        Metadata = operation.IsStream ? new Dictionary<string, string> { [StreamMark.Key] = "" } : null,
        Match = new RouteMatch { Path = operation.Path, Methods = [operation.Method] },
    };

    // Its pages know their visitors by cookies, and its endpoints are described by OpenID Connect's own document.
    private static IEnumerable<RouteConfig> Identity() =>
    [
        Identity("identity", "/identity/{**rest}", ["GET"], null),
        Identity("identity-acts", "/identity/{**rest}", ["POST", "PUT", "DELETE"], LimitNames.Account),
        Identity("identity-sign-in", "/identity/sign-in/{**rest}", ["POST"], LimitNames.SignIn),
        Identity("identity-register", "/identity/register/{**rest}", ["POST"], LimitNames.Registration),
        Identity("identity-token", "/identity/connect/token", ["POST"], LimitNames.Token),
    ];

    private static RouteConfig Identity(string id, string path, string[] methods, string? limit) => new()
    {
        RouteId = id,
        ClusterId = "identity",
        AuthorizationPolicy = Anybody,
        RateLimiterPolicy = limit,
        MaxRequestBodySize = RouteRules.UsualBody,
        Timeout = Patience,
        Match = new RouteMatch { Path = path, Methods = methods },
    };
}
