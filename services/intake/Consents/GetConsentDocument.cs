using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Intake.Consents;

/// <summary>The text to be signed, exactly as it is, with its version and hash.</summary>
internal static class GetConsentDocument
{
    public sealed record Response(string Kind, int Version, string Text, string TextHash);

    internal static void MapGetConsentDocument(this RouteGroupBuilder consents) =>
        consents.MapGet("/documents/{kind}", Handle)
            .Refuses(ConsentProblems.KindUnknown)
            .WithName(nameof(GetConsentDocument))
            .WithSummary("The current text of one kind of consent")
            .WithoutPersonalData()
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static Results<Ok<Response>, ProblemHttpResult> Handle(string kind, ConsentDocuments documents, HttpResponse http)
    {
        if (documents.Current(kind) is not { } document)
        {
            return ConsentProblems.KindUnknown.Because("The kind that can be signed is treatment.");
        }

        http.SetEtag(document.Version);
        return TypedResults.Ok(new Response(document.Kind, document.Version, document.Text, document.TextHash));
    }
}
