using System.ComponentModel.DataAnnotations;
using Journease.Scheduling.Sites;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Practitioners;

/// <summary>A coordinator says when in the week somebody works, and where.</summary>
internal static class SetWorkingHours
{
    public sealed record Period(Guid SiteId, DayOfWeek Day, TimeOnly From, TimeOnly To);

    public sealed record Request([Required, MaxLength(70)] IReadOnlyList<Period> WorkingHours);

    internal static void MapSetWorkingHours(this RouteGroupBuilder practitioners) =>
        practitioners.MapPut("/{id:guid}/working-hours", HandleAsync)
            .Refuses(SiteProblems.UnknownSite, PractitionerProblems.ImpossibleHours)
            .WithName(nameof(SetWorkingHours))
            .WithSummary("Replace somebody's working week; times are wall time at the site")
            .RequireAuthorization(policy => policy.RequireRole(Staff.SettingTime))
            .RequireIfMatch();

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch ifMatch, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        if (await db.Practitioners.SingleOrDefaultAsync(practitioner => practitioner.Id == id, ct) is not { } practitioner)
        {
            return CommonProblems.NotFound.Because("No practitioner has this id.");
        }

        ifMatch.Require(practitioner);
        practitioner.Work(await WeekAsync(request.WorkingHours, db, ct));
        await db.SaveChangesAsync(ct);
        response.SetEtag(practitioner);
        return TypedResults.NoContent();
    }

    /// <summary>The week that a request describes; refuses sites that do not exist.</summary>
    internal static async Task<List<WorkingPeriod>> WeekAsync(IReadOnlyList<Period> periods, SchedulingDbContext db, CancellationToken ct)
    {
        var named = periods.Select(period => period.SiteId).Distinct().ToList();
        if (await db.Sites.CountAsync(site => named.Contains(site.Id), ct) != named.Count)
        {
            throw SiteProblems.UnknownSite.Broken("Give the id of a site from the list of sites.", "workingHours");
        }
        return [.. periods.Select(period => new WorkingPeriod(period.SiteId, period.Day, period.From, period.To))];
    }
}
