using System.ComponentModel.DataAnnotations;
using Journease.Scheduling.Calendars;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace Journease.Scheduling.Holidays;

/// <summary>A coordinator gives a site the public holidays of a calendar file; from today on they replace those that were there.</summary>
internal static class ImportHolidays
{
    private const int LongestName = 100;
    private static readonly Duration Ahead = Duration.FromDays(366 * 3);

    /// <param name="Calendar">The text of an .ics file. Whole days of it are holidays; everything else in it is passed over.</param>
    public sealed record Request([Required, StringLength(CalendarFile.LongestText, MinimumLength = 1)] string Calendar);

    internal static void MapImportHolidays(this RouteGroupBuilder holidays) =>
        holidays.MapPut("/", HandleAsync)
            .WithName(nameof(ImportHolidays))
            .WithSummary("Replace a site's public holidays by those of an iCalendar file")
            .RequireAuthorization(policy => policy.RequireRole(Staff.SettingTime))
            .RequireIfMatch();

    internal static async Task<Results<Ok<ListHolidays.Response>, ProblemHttpResult>> HandleAsync(
        Guid siteId, Request request, IfMatch ifMatch, SchedulingDbContext db, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        if (await db.Sites.SingleOrDefaultAsync(site => site.Id == siteId, ct) is not { } site)
        {
            return CommonProblems.NotFound.Because("No site has this id.");
        }

        ifMatch.Require(site);
        var now = clock.GetCurrentInstant();
        var today = now.InZone(site.Clock).Date;
        var named = CalendarFile.Read(request.Calendar)
            .Between(site.Clock.AtStartOfDay(today).ToInstant(), now + Ahead, site.Clock)
            .Where(entry => entry.WholeDays)
            .SelectMany(entry => DaysOf(entry, site.Clock).Select(day => (Day: day, entry.Name)))
            .Where(holiday => holiday.Day >= today.ToDateOnly())
            .DistinctBy(holiday => holiday.Day)
            .Select(holiday => new Holiday(site.Id, holiday.Day, holiday.Name.Length > LongestName ? holiday.Name[..LongestName] : holiday.Name))
            .ToList();
        if (named.Count == 0)
        {
            throw CalendarProblems.Refused.Broken("It names no whole day from today on.", "calendar");
        }

        var from = today.ToDateOnly();
        await db.Holidays.Where(holiday => holiday.SiteId == site.Id && holiday.Day >= from).ExecuteDeleteAsync(ct);
        db.Holidays.AddRange(named);
        site.ReplaceHolidays();
        await db.SaveChangesAsync(ct);
        response.SetEtag(site);
        return TypedResults.Ok(await ListHolidays.OfAsync(db, site.Id, ct));
    }

    private static IEnumerable<DateOnly> DaysOf(CalendarEntry entry, DateTimeZone clock)
    {
        var end = entry.During.End.InZone(clock).Date;
        for (var day = entry.During.Start.InZone(clock).Date; day < end; day = day.PlusDays(1))
        {
            yield return day.ToDateOnly();
        }
    }
}
