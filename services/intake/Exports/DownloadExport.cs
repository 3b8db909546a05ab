using Journease.PersonExport;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Exports;

/// <summary>A person fetches their copy, for another program or to read it.</summary>
internal static class DownloadExport
{
    internal static void MapDownloadExport(this RouteGroupBuilder exports)
    {
        exports.MapGet("/{id:guid}/bundle.json", BundleAsync)
            .WithName("DownloadExportBundle")
            .WithSummary("My copy as a FHIR R4 bundle")
            .Produces(StatusCodes.Status200OK, contentType: FhirR4.MediaType)
            .ProducesProblem(StatusCodes.Status404NotFound);
        exports.MapGet("/{id:guid}/page.html", PageAsync)
            .WithName("DownloadExportPage")
            .WithSummary("My copy as a page to read")
            .Produces(StatusCodes.Status200OK, contentType: "text/html")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> BundleAsync(
        Guid id, IntakeDbContext db, Seals seals, CurrentCaller caller, HttpResponse http, CancellationToken ct) =>
        SendAsync(id, export => export.Bundle, ExportTable.BundleOf(id), FhirR4.MediaType, "everything-about-me.json", db, seals, caller, http, ct);

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> PageAsync(
        Guid id, IntakeDbContext db, Seals seals, CurrentCaller caller, HttpResponse http, CancellationToken ct) =>
        SendAsync(id, export => export.Page, ExportTable.PageOf(id), "text/html; charset=utf-8", "everything-about-me.html", db, seals, caller, http, ct);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> SendAsync(
        Guid id, Func<Export, Sealed?> which, SealedPlace place, string mediaType, string fileName, IntakeDbContext db, Seals seals,
        CurrentCaller caller, HttpResponse http, CancellationToken ct)
    {
        var export = await db.Exports.AsNoTracking().SingleOrDefaultAsync(export => export.Id == id && export.AccountId == caller.Id, ct);
        if (export is null || which(export) is not { } content
            || await seals.OpenBytesAsync(export.AccountId, KeyPurpose.Personal, place, content, ct) is not { } bytes)
        {
            return CommonProblems.NotFound.Because("There is no such copy, it is not ready yet, or its days are over. You can ask for a new one.");
        }

        // Saved and not shown: whatever is in it, no browser runs it under the practice's address.
        http.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.File(bytes, mediaType, fileName);
    }
}
