using Journease.Identity.Mail;
using Journease.Identity.Pages;
using Journease.Identity.Throttling;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Antiforgery;

namespace Journease.Identity.Registration;

/// <summary>A person with a confirmation link that is too old gets a new one, at the address that they gave.</summary>
internal static class SendConfirmationAgain
{
    public static void MapSendConfirmationAgain(this IEndpointRouteBuilder app) => app.MapPost(Addresses.RegistrationAgain, HandleAsync)
        .WithName(nameof(SendConfirmationAgain)).WithSummary("Send a new confirmation link").AllowAnonymous();

    private static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, IdentityDbContext db, RequestedAccounts requested, LetterBox letters,
        RegistrationLetters words, Throttle throttle, Limits limits, TimeProvider clock, CancellationToken ct)
    {
        if (await http.ReadFormOrNullAsync(ct) is not { } form || !await antiforgery.IsRequestValidAsync(http))
        {
            return Results.LocalRedirect(Addresses.Register);
        }

        if (await requested.FindAsync(form["token"], ct) is { Content: not null } known
            && await throttle.TryAsync(limits.AskingForMail(http, (await requested.ReadAsync(known, ct)).Email), ct) is { } wait)
        {
            return TooManyTries.Page(http, wait, Addresses.Register);
        }

        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            if (await requested.LockAsync(form["token"], token) is { OpenedAt: null, Content: not null } asked)
            {
                var person = await requested.ReadAsync(asked, token);
                var secret = LinkToken.New();
                asked.Renew(secret, clock.GetUtcNow());
                await letters.PutAsync(asked.Id, "registration", words.Confirm(person.Email, secret), token);
                await db.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
            }
            return true;
        }, ct);
        return Results.LocalRedirect(Addresses.RegistrationSent);
    }
}
