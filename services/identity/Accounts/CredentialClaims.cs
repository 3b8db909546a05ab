using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Journease.Identity.Accounts;

/// <summary>What the sign-in cookie holds: the account id and the stamp that ends sessions when the credential changes. Nothing else.</summary>
internal sealed class CredentialClaims(UserManager<Credential> credentials, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Credential>(credentials, options)
{
    protected override Task<ClaimsIdentity> GenerateClaimsAsync(Credential user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim(Options.ClaimsIdentity.UserIdClaimType, user.Id.ToString()));
        identity.AddClaim(new Claim(Options.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp!));
        return Task.FromResult(identity);
    }
}
