using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>Who is asking. A parameter of acts; registered per request.</summary>
public sealed class CurrentCaller
{
    private readonly ClaimsPrincipal user;

    public CurrentCaller(IHttpContextAccessor http) => user = http.HttpContext?.User ?? new ClaimsPrincipal();

    /// <summary>The account id; an empty id when nobody is signed in or a service calls.</summary>
    public Guid Id => Guid.TryParse(user.FindFirstValue("sub"), out var id) ? id : Guid.Empty;

    public bool IsSignedIn => Id != Guid.Empty;

    public bool Has(string role) => user.HasClaim("role", role);

    public bool HasAny(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Has(role))
            {
                return true;
            }
        }
        return false;
    }
}
