using System.ComponentModel.DataAnnotations;
using Journease.Identity.Accounts;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Staff;

/// <summary>An administrator sees who works here, also who cannot sign in at present.</summary>
internal static class ListStaff
{
    /// <param name="Items">In the order in which they came.</param>
    /// <param name="Next">Give it back as <c>after</c> for the next page; null on the last one.</param>
    public sealed record Response(IReadOnlyList<AccountLine> Items, Guid? Next);

    internal static void MapListStaff(this RouteGroupBuilder accounts) => accounts.MapGet("/", HandleAsync)
        .WithName(nameof(ListStaff))
        .WithSummary("List the accounts of those who work here")
        .ProducesValidationProblem();

    internal static async Task<Ok<Response>> HandleAsync(
        IdentityDbContext db, AccountDetails details, AuditTrail audit, CancellationToken ct, Guid? after = null, [Range(1, 200)] int limit = 100)
    {
        var last = after ?? Guid.Empty;
        // An id begins with the time, so that its order is that of coming.
        var found = await db.Accounts.AsNoTracking()
            .Where(account => account.ClosedAt == null && account.Id > last && account.Roles.Any(role => StaffRoles.All.Contains(role)))
            .OrderBy(account => account.Id).Take(limit + 1).ToListAsync(ct);
        var items = new List<AccountLine>();
        foreach (var account in found.Take(limit))
        {
            items.Add(await AccountLine.OfAsync(account, details, ct));
        }
        audit.About(items.Select(item => item.Id));
        return TypedResults.Ok(new Response(items, found.Count > limit ? items[^1].Id : null));
    }
}
