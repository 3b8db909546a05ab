using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Exports;

/// <summary>A person sees which copies they have asked for, and how far each is.</summary>
internal static class ReadExports
{
    public sealed record Response(IReadOnlyList<ExportView> Exports);

    private const int Newest = 20;

    internal static void MapReadExports(this RouteGroupBuilder exports)
    {
        exports.MapGet("/", ListAsync)
            .WithName("ListExports")
            .WithSummary("The newest copies that I have asked for");
        exports.MapGet("/{id:guid}", HandleAsync)
            .WithName("GetExport")
            .WithSummary("How far one copy is")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal static async Task<Ok<Response>> ListAsync(IntakeDbContext db, CurrentCaller caller, CancellationToken ct)
    {
        // Projected in the database: the copies themselves stay there.
        var exports = await db.Exports.Where(export => export.AccountId == caller.Id)
            .OrderByDescending(export => export.RequestedAt).Take(Newest)
            .Select(export => new ExportView(
                export.Id, export.State, export.RequestedAt, export.ReadyAt, export.ExpiresAt, export.NotIncluded))
            .ToListAsync(ct);
        return TypedResults.Ok(new Response(exports));
    }

    internal static async Task<Results<Ok<ExportView>, ProblemHttpResult>> HandleAsync(
        Guid id, IntakeDbContext db, CurrentCaller caller, CancellationToken ct) =>
        await db.Exports.AsNoTracking().SingleOrDefaultAsync(export => export.Id == id && export.AccountId == caller.Id, ct) is { } export
            ? TypedResults.Ok(ExportView.Of(export))
            : CommonProblems.NotFound.Because("You have asked for no such copy.");
}
