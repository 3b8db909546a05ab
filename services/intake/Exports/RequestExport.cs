using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Intake.Exports;

/// <summary>A person asks for a copy of everything about them.</summary>
internal static class RequestExport
{
    internal static void MapRequestExport(this RouteGroupBuilder exports) =>
        exports.MapPost("/", HandleAsync)
            .Refuses(ExportProblems.UnderWay)
            .WithName(nameof(RequestExport))
            .WithSummary("Ask for a copy of everything about me, from all services")
            .RequireIdempotencyKey()
            .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Created<ExportView>, ProblemHttpResult>> HandleAsync(
        IntakeDbContext db, CurrentCaller caller, TimeProvider clock, CancellationToken ct)
    {
        var export = db.Exports.Add(Export.Request(caller.Id, AskedServices.All, clock.Now())).Entity;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: ExportTable.OneAtATime })
        {
            return ExportProblems.UnderWay.Because("Wait for that one; it takes a few minutes.");
        }
        return TypedResults.Created($"/intake/v1/exports/{export.Id}", ExportView.Of(export));
    }
}
