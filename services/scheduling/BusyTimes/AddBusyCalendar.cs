using System.ComponentModel.DataAnnotations;
using System.Text;
using Journease.Scheduling.Calendars;
using Journease.Scheduling.Sites;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Journease.Scheduling.BusyTimes;

/// <summary>Somebody of the practice, or a coordinator for them, gives the link or the file of a calendar they keep elsewhere.</summary>
internal static class AddBusyCalendar
{
    private const int Most = 5;

    /// <param name="Link">An https or webcal address that anybody who knows it can read. It is never shown again.</param>
    /// <param name="File">Or the text of an .ics file.</param>
    /// <param name="Zone">The IANA zone of whole days and of times that name none.</param>
    public sealed record Request(
        Guid PractitionerId, [Required, StringLength(64, MinimumLength = 1)] string Zone,
        [StringLength(2000)] string? Link = null, [StringLength(CalendarFile.LongestText)] string? File = null);

    internal static void MapAddBusyCalendar(this RouteGroupBuilder calendars) =>
        calendars.MapPost("/", HandleAsync)
            .WithName(nameof(AddBusyCalendar))
            .WithSummary("Import when somebody is busy, from a calendar's link or file")
            .RequireAuthorization(policy => policy.RequireRole(Staff.Everybody))
            .RequireIdempotencyKey();

    internal static async Task<Results<Created<ListBusyCalendars.Item>, ProblemHttpResult>> HandleAsync(
        Request request, SchedulingDbContext db, CurrentCaller caller, IDataProtectionProvider protection, TimeProvider clock,
        HttpResponse response, CancellationToken ct)
    {
        var forAnybody = caller.HasAny(Staff.SettingTime);
        if (!await db.Practitioners.AnyAsync(person => person.Id == request.PractitionerId && (forAnybody || person.AccountId == caller.Id), ct))
        {
            return CommonProblems.NotFound.Because("This is not you, and no practitioner whose time you set.");
        }
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(request.Zone) is null)
        {
            throw SiteProblems.UnknownZone.Broken("Give an IANA time zone, for example America/New_York.", "zone");
        }
        if (request.Link is null == request.File is null)
        {
            throw BusyProblems.Either.Broken("Give either a link or a file.", "link");
        }
        if (await db.BusyCalendars.CountAsync(one => one.PractitionerId == request.PractitionerId, ct) >= Most)
        {
            return BusyProblems.TooMany.Because($"Remove one first: a person can have {Most}.");
        }

        var now = clock.GetUtcNow();
        var calendar = request.Link is { } link
            ? OfLink(request, link, protection, now)
            : BusyCalendar.OfFile(request.PractitionerId, request.Zone, now);
        db.BusyCalendars.Add(calendar);
        if (request.File is { } file)
        {
            await BusyReading.ReplaceAsync(db, calendar, BusyReading.Read(file, request.Zone, now), ct);
        }
        await db.SaveChangesAsync(ct);
        response.SetEtag(calendar);
        return TypedResults.Created($"/scheduling/v1/busy-calendars/{calendar.Id}", ListBusyCalendars.Item.Of(calendar));
    }

    private static BusyCalendar OfLink(Request request, string link, IDataProtectionProvider protection, DateTimeOffset now)
    {
        var address = CalendarDownload.AddressOf(link)
            ?? throw BusyProblems.Address.Broken("Give a public https or webcal address, without a port or a password in it.", "link");
        var id = Guid.CreateVersion7();
        return BusyCalendar.OfLink(
            id, request.PractitionerId, request.Zone, protection.ForLinkOf(id).Protect(Encoding.UTF8.GetBytes(address.AbsoluteUri)), now);
    }

    /// <summary>Each link has its own: that of one row cannot be moved to another.</summary>
    internal static IDataProtector ForLinkOf(this IDataProtectionProvider protection, Guid calendarId) =>
        protection.CreateProtector("busy-calendar", calendarId.ToString());
}
