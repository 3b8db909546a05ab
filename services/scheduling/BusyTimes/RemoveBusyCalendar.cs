using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.BusyTimes;

/// <summary>An imported calendar is forgotten, with its link and everything that was read from it.</summary>
internal static class RemoveBusyCalendar
{
    internal static void MapRemoveBusyCalendar(this RouteGroupBuilder calendars) =>
        calendars.MapDelete("/{id:guid}", HandleAsync)
            .WithName(nameof(RemoveBusyCalendar))
            .WithSummary("Forget an imported calendar")
            .RequireAuthorization(policy => policy.RequireRole(Staff.Everybody))
            .InOneTransaction();

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, SchedulingDbContext db, CurrentCaller caller, CancellationToken ct)
    {
        if (await db.BusyCalendarsOf(caller).SingleOrDefaultAsync(one => one.Id == id, ct) is not { } calendar)
        {
            return CommonProblems.NotFound.Because("You have no calendar with this id.");
        }

        db.BusyCalendars.Remove(calendar);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
