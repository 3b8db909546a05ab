using System.ComponentModel.DataAnnotations;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>Configuration section <c>Authentication</c>.</summary>
public sealed class AuthenticationSettings
{
    /// <summary>The issuer as clients know it: the public gateway address followed by <c>/identity</c>.</summary>
    [Required]
    public required Uri Issuer { get; init; }

    /// <summary>Where the issuer's documents are fetched inside the platform; a service discovery address.</summary>
    public Uri InternalIssuer { get; init; } = new("http://identity/identity");
}
