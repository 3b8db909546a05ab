using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Practitioners;

/// <summary>Who works here: names and roles for everybody who is signed in, the account besides for staff.</summary>
internal static class ListPractitioners
{
    public sealed record Item(Guid Id, string Name, IReadOnlyList<string>? Roles, Guid? AccountId);

    public sealed record Response(IReadOnlyList<Item> Items);

    internal static void MapListPractitioners(this RouteGroupBuilder practitioners) =>
        practitioners.MapGet("/", HandleAsync).WithName(nameof(ListPractitioners))
            .WithSummary("List who holds sessions; clients see names only").RequireAuthorization();

    internal static async Task<Ok<Response>> HandleAsync(SchedulingDbContext db, CurrentCaller caller, CancellationToken ct)
    {
        var people = await db.Practitioners.AsNoTracking().OrderBy(person => person.Name).ToListAsync(ct);
        var staff = caller.IsStaff();
        return TypedResults.Ok(new Response([.. people.Select(person =>
            new Item(person.Id, person.Name, staff ? person.Roles : null, staff ? person.AccountId : null))]));
    }
}
