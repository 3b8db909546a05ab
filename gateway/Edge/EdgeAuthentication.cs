using Microsoft.AspNetCore.Authentication;

namespace Journease.Gateway.Edge;

/// <summary>Who shows a token shows a valid one. Who shows none goes on, and the service decides.</summary>
internal static class EdgeAuthentication
{
    public static void UseEdgeAuthentication(this IApplicationBuilder app) => app.Use((http, next) =>
        http.User.Identity is not { IsAuthenticated: true } && ShowsToken(http.Request)
            ? http.ChallengeAsync()
            : next(http));

    // Other schemes are for the token endpoint, where clients say who they are.
    private static bool ShowsToken(HttpRequest request) =>
        request.Headers.Authorization.Count > 0
        && request.Headers.Authorization.ToString().StartsWith("Bearer", StringComparison.OrdinalIgnoreCase);
}
