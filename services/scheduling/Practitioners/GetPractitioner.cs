using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Practitioners;

/// <summary>Staff look up when somebody works, with the version needed to change it.</summary>
internal static class GetPractitioner
{
    public sealed record Response(
        Guid Id, Guid AccountId, string Name, IReadOnlyList<string> Roles, IReadOnlyList<SetWorkingHours.Period> WorkingHours,
        IReadOnlyList<string> Qualifications, Gender? Gender, int? MostMinutesADay, int? MostMinutesAWeek);

    internal static void MapGetPractitioner(this RouteGroupBuilder practitioners) =>
        practitioners.MapGet("/{id:guid}", HandleAsync)
            .WithName(nameof(GetPractitioner))
            .WithSummary("Read one practitioner with the working week")
            .RequireAuthorization(policy => policy.RequireRole(Staff.Everybody));

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid id, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        if (await db.Practitioners.AsNoTracking().SingleOrDefaultAsync(practitioner => practitioner.Id == id, ct) is not { } found)
        {
            return CommonProblems.NotFound.Because("No practitioner has this id.");
        }

        response.SetEtag(found);
        return TypedResults.Ok(new Response(found.Id, found.AccountId, found.Name, found.Roles,
            [.. found.WorkingHours.OrderBy(period => period.Day).ThenBy(period => period.From)
                .Select(period => new SetWorkingHours.Period(period.SiteId, period.Day, period.From, period.To))],
            found.Qualifications, found.Gender, found.MostMinutesADay, found.MostMinutesAWeek));
    }
}
