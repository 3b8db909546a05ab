using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Preferences;

/// <summary>A person chooses what they are sent, by which ways, and when not. It counts for what has not left yet.</summary>
internal static class ChoosePreferences
{
    /// <param name="Appointments">That an appointment was made, moved or cancelled.</param>
    /// <param name="Reminders">That an appointment comes nearer.</param>
    public sealed record ByTopic(bool Appointments, bool Reminders);

    /// <summary>How long before an appointment one is reminded.</summary>
    public sealed record Before(bool OneWeek, bool OneDay, bool TwoHours);

    /// <summary>Times of the person's own clock; they may go over midnight.</summary>
    public sealed record Hours(TimeOnly From, TimeOnly Until);

    /// <param name="QuietHours">When nothing is sent; null where that may be at any time.</param>
    /// <param name="DigestAt">When one letter a day tells of everything but reminders; null where each is told of at once.</param>
    public sealed record Request(
        [Required] ByTopic Email, [Required] ByTopic Push, [Required] ByTopic Sms, [Required] Before Reminders, Hours? QuietHours = null, TimeOnly? DigestAt = null);

    internal static void MapChoosePreferences(this RouteGroupBuilder preferences) =>
        preferences.MapPut("/", HandleAsync)
            .WithName(nameof(ChoosePreferences))
            .WithSummary("Choose what you are sent, by which ways, and in which hours you are left alone")
            .ProducesValidationProblem()
            .RequireIfMatch();

    private static async Task<Ok<PreferenceView>> HandleAsync(
        Request request, IfMatch ifMatch, NotificationsDbContext db, CurrentCaller caller, HttpResponse response, CancellationToken ct)
    {
        var preference = await db.Preferences.SingleOrDefaultAsync(preference => preference.Id == caller.Id, ct);
        if (preference is null)
        {
            preference = Preference.Usual(caller.Id);
            ifMatch.Require(preference);
            db.Preferences.Add(preference);
        }
        else
        {
            ifMatch.Require(preference);
        }
        preference.Choose(
            Topics(request.Email), Topics(request.Push), Topics(request.Sms), Reminders(request.Reminders),
            request.QuietHours is { } quiet ? new QuietHours(quiet.From, quiet.Until) : null, request.DigestAt);
        await db.SaveChangesAsync(ct);
        response.SetEtag(preference);
        return TypedResults.Ok(PreferenceView.For(preference));
    }

    private static IEnumerable<Topic> Topics(ByTopic chosen) => Chosen((chosen.Appointments, Topic.Appointments), (chosen.Reminders, Topic.Reminders));

    private static IEnumerable<Ahead> Reminders(Before chosen) =>
        Chosen((chosen.OneWeek, Ahead.OneWeek), (chosen.OneDay, Ahead.OneDay), (chosen.TwoHours, Ahead.TwoHours));

    private static IEnumerable<T> Chosen<T>(params (bool IsChosen, T What)[] all) => all.Where(one => one.IsChosen).Select(one => one.What);
}
