using Journease.Scheduling.Sites;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Scheduling.WorkingTimes;

/// <summary>A coordinator enters time off, extra hours, a room out of use or a site that is closed.</summary>
internal static class ChangeHours
{
    /// <param name="Change">Closed, or extra hours.</param>
    /// <param name="SiteId">Where somebody's extra hours are.</param>
    /// <param name="From">Wall time at the site; left out together with <c>to</c>, whole days.</param>
    /// <param name="To">00:00 is the midnight at the end of the day.</param>
    public sealed record Request(
        HoursChange Change, DateOnly FirstDay, DateOnly LastDay, TimeOnly? From = null, TimeOnly? To = null, Guid? SiteId = null);

    internal static void MapChangeHours(this RouteGroupBuilder times) =>
        times.MapPost("/changes", HandleAsync)
            .WithName(nameof(ChangeHours))
            .WithSummary("Enter time off, extra hours or a closed site")
            .RequireAuthorization(policy => policy.RequireRole(Staff.SettingTime))
            .RequireIdempotencyKey();

    internal static async Task<Results<Created<GetWorkingTime.Changed>, ProblemHttpResult>> HandleAsync(
        Guid resourceId, Request request, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        if (await Resource.FindAsync(db, resourceId, ct) is not { } resource)
        {
            return CommonProblems.NotFound.Because("No practitioner, room, equipment or site has this id.");
        }
        await SiteProblems.RequireKnownAsync(db, request.SiteId, ct);
        if (request.From is null != request.To is null)
        {
            throw WorkingTimeProblems.Impossible.Broken("Give both from and to, or neither for whole days.", request.From is null ? "from" : "to");
        }

        Hours? hours = request is { From: { } from, To: { } to } ? new(from, to) : null;
        var changed = ChangedHours.On(resource, request.Change, request.SiteId, request.FirstDay, request.LastDay, hours);
        db.ChangedHours.Add(changed);
        await db.SaveChangesAsync(ct);
        response.SetEtag(changed);
        return TypedResults.Created($"/scheduling/v1/working-times/{resourceId}/changes/{changed.Id}", GetWorkingTime.Changed.Of(changed));
    }
}
