using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Accounts;

/// <summary>What a person signs in with: e-mail address and password. Its id is the id of the account.</summary>
internal sealed class Credential : IdentityUser<Guid>
{
    public Credential() { } // for ASP.NET Core Identity

    public Credential(Guid accountId, string email)
    {
        Id = accountId;
        Email = email;
        UserName = email;
    }
}
