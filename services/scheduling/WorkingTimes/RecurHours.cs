using System.ComponentModel.DataAnnotations;
using Journease.Scheduling.Sites;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>A coordinator enters hours on the days that a rule names, such as every second Thursday.</summary>
internal static class RecurHours
{
    /// <param name="Rule">A recurrence rule of RFC 5545 over days, for example <c>FREQ=WEEKLY;INTERVAL=2;BYDAY=TH</c>.</param>
    /// <param name="FirstDay">From which the rule counts.</param>
    /// <param name="LastDay">At most a year after the first one.</param>
    /// <param name="From">Wall time at the site.</param>
    /// <param name="To">00:00 is the midnight at the end of the day.</param>
    /// <param name="SiteId">Where somebody works then; rooms and equipment are where they are.</param>
    public sealed record Request(
        [Required, StringLength(200, MinimumLength = 1)] string Rule, DateOnly FirstDay, DateOnly LastDay, TimeOnly From, TimeOnly To, Guid? SiteId = null);

    internal static void MapRecurHours(this RouteGroupBuilder times) =>
        times.MapPost("/recurring", HandleAsync)
            .WithName(nameof(RecurHours))
            .WithSummary("Enter hours that recur by a rule, for at most a year")
            .RequireAuthorization(policy => policy.RequireRole(Staff.SettingTime))
            .RequireIdempotencyKey();

    internal static async Task<Results<Created<GetWorkingTime.Recurring>, ProblemHttpResult>> HandleAsync(
        Guid resourceId, Request request, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        if (await Resource.FindAsync(db, resourceId, ct) is not { } resource)
        {
            return CommonProblems.NotFound.Because("No practitioner, room, equipment or site has this id.");
        }

        await SiteProblems.RequireKnownAsync(db, request.SiteId, ct);
        var recurring = RecurringHours.By(
            resource, request.SiteId, RecurrenceRule.Read(request.Rule), request.FirstDay, request.LastDay, new(request.From, request.To));
        db.RecurringHours.Add(recurring);
        await db.SaveChangesAsync(ct);
        response.SetEtag(recurring);
        return TypedResults.Created($"/scheduling/v1/working-times/{resourceId}/recurring/{recurring.Id}", GetWorkingTime.Recurring.Of(recurring));
    }
}
