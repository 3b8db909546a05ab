using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Accounts;

/// <summary>
/// How a person proves who they are. Its id, and the user name that ASP.NET Core Identity wants, are the id of the account;
/// the e-mail address is the account's.
/// </summary>
internal sealed class Credential : IdentityUser<Guid>
{
    public Credential() { } // for ASP.NET Core Identity

    public Credential(Guid accountId)
    {
        Id = accountId;
        UserName = accountId.ToString("N");
    }
}
