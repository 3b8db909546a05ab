using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Scheduling.Practitioners;

/// <summary>An administrator adds somebody who holds sessions.</summary>
internal static class AddPractitioner
{
    public sealed record Request(
        Guid AccountId,
        [Required, StringLength(100, MinimumLength = 1)] string Name,
        [Required, MinLength(1), MaxLength(5)] IReadOnlyList<string> Roles,
        [MaxLength(70)] IReadOnlyList<SetWorkingHours.Period>? WorkingHours = null,
        DescribePractitioner.Request? Description = null);

    public sealed record Response(Guid Id, Guid AccountId, string Name, IReadOnlyList<string> Roles);

    internal static void MapAddPractitioner(this RouteGroupBuilder practitioners) =>
        practitioners.MapPost("/", HandleAsync)
            .Refuses(PractitionerProblems.UnknownRole, PractitionerProblems.AlreadyThere)
            .WithName(nameof(AddPractitioner))
            .WithSummary("Add somebody who holds sessions")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .RequireIdempotencyKey();

    internal static async Task<Results<Created<Response>, ProblemHttpResult>> HandleAsync(
        Request request, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        var practitioner = Practitioner.Join(request.AccountId, request.Name, request.Roles);
        request.Description?.Describe(practitioner);
        practitioner.Work(await SetWorkingHours.WeekAsync(request.WorkingHours ?? [], db, ct));
        db.Practitioners.Add(practitioner);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: PractitionerTable.OnePerAccount })
        {
            return PractitionerProblems.AlreadyThere.Because("Change the practitioner that is there instead.");
        }

        response.SetEtag(practitioner);
        return TypedResults.Created(
            $"/scheduling/v1/practitioners/{practitioner.Id}",
            new Response(practitioner.Id, practitioner.AccountId, practitioner.Name, practitioner.Roles));
    }
}
