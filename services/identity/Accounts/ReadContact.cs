using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Accounts;

/// <summary>Where and how a person is reached at this moment, for the service that sends them something. Nobody keeps a copy.</summary>
internal static class ReadContact
{
    /// <param name="Email">The confirmed address.</param>
    /// <param name="Name">What the person chose to be called.</param>
    /// <param name="TimeZone">The zone of the person's wall clock, an IANA name.</param>
    /// <param name="Language">The language that the person reads, a BCP 47 tag.</param>
    public sealed record Response(string Email, string Name, string TimeZone, string Language);

    internal static void MapReadContact(this RouteGroupBuilder api) =>
        api.MapGet("/people/{id:guid}/contact", HandleAsync)
            .WithName(nameof(ReadContact))
            .WithSummary("How a person is reached now; for services only")
            .WithTags("People")
            .AboutNamed("id")
            .ForServicesOnly();

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, IdentityDbContext db, AccountDetails details, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, ct);
        return account is not null && await details.OpenAsync(account, ct) is { } person
            ? TypedResults.Ok(new Response(person.Email, person.Name, account.TimeZone, account.Language))
            : CommonProblems.NotFound.Because("There is no such account, or it is closed.");
    }
}
