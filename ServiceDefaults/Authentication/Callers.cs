using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>People and services call with tokens of the same kind; an endpoint is for people unless it says that it is for services.</summary>
public static class Callers
{
    internal const string ServicePrefix = "journease-service-";

    /// <summary>Only for other services, with a token of their own: work that is done for nobody who is waiting.</summary>
    public static TBuilder ForServicesOnly<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.RequireAssertion(context => IsService(context.User))).WithMetadata(new ForServices());

    /// <summary>Whether this is a service of the platform, and not a person.</summary>
    public static bool IsService(this ClaimsPrincipal caller) =>
        caller.FindFirstValue("sub")?.StartsWith(ServicePrefix, StringComparison.Ordinal) == true;

    internal static AuthorizationPolicyBuilder RequirePerson(this AuthorizationPolicyBuilder policy) => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => Guid.TryParse(context.User.FindFirstValue("sub"), out _)
            || (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<ForServices>() is not null);

    private sealed record ForServices;
}
