using Journease.Identity.Accounts;
using Journease.Identity.Pages;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Staff;

/// <summary>
/// What somebody reads whom an administrator keeps from signing in, once they have shown who they are; nobody else learns of it.
/// This is only the kind word: sessions and tokens of such an account are refused wherever they are used.
/// </summary>
internal sealed class DisabledAnswer(IdentityDbContext db, PortalAddress portal)
{
    /// <summary>Null when the person can sign in.</summary>
    public async Task<IResult?> ForAsync(HttpContext http, Credential credential, CancellationToken ct) =>
        await db.Accounts.AnyAsync(account => account.Id == credential.Id && account.DisabledAt != null, ct)
            ? http.Page<DisabledPage>(new { portal.ReachOut }, StatusCodes.Status403Forbidden)
            : null;
}
