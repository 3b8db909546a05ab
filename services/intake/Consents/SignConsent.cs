using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Intake.Consents;

/// <summary>A client signs a consent, for exactly the text that was shown.</summary>
internal static class SignConsent
{
    public sealed record Request(
        [Required, StringLength(50)] string Kind, [Range(1, 1000)] int DocumentVersion, [Required, StringLength(64, MinimumLength = 64)] string TextHash);

    public sealed record Response(Guid ConsentId, string Kind, int DocumentVersion, string TextHash, DateTimeOffset SignedAt);

    internal static void MapSignConsent(this RouteGroupBuilder consents) =>
        consents.MapPost("/", HandleAsync)
            .Refuses(ConsentProblems.KindUnknown, ConsentProblems.VersionWrong, ConsentProblems.TextDiffers, ConsentProblems.AlreadyInForce)
            .WithName(nameof(SignConsent))
            .WithSummary("Sign the current text of one kind of consent")
            .RequireIdempotencyKey()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Created<Response>, ProblemHttpResult>> HandleAsync(
        Request request, IntakeDbContext db, ConsentDocuments documents, CurrentCaller caller, TimeProvider clock, HttpResponse http,
        CancellationToken ct)
    {
        if (documents.Current(request.Kind) is not { } document)
        {
            return ConsentProblems.KindUnknown.Because("The kind that can be signed is treatment.");
        }

        var consent = Consent.Sign(caller.Id, document, request.DocumentVersion, request.TextHash, clock.Now());
        db.Consents.Add(consent);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: ConsentTable.OneConsentInForcePerKind })
        {
            return ConsentProblems.AlreadyInForce.Because("Nothing is left to sign.");
        }

        http.SetEtag(consent);
        return TypedResults.Created(
            $"/intake/v1/consents/{consent.Id}",
            new Response(consent.Id, consent.Kind, consent.DocumentVersion, consent.TextHash, consent.SignedAt));
    }
}
