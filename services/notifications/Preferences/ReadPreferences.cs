using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Notifications.Preferences;

/// <summary>A person sees what they are sent, by which ways, and when not.</summary>
internal static class ReadPreferences
{
    internal static void MapReadPreferences(this RouteGroupBuilder preferences) =>
        preferences.MapGet("/", HandleAsync)
            .WithName(nameof(ReadPreferences))
            .WithSummary("What you are sent, by which ways, and in which hours you are left alone");

    private static async Task<Ok<PreferenceView>> HandleAsync(
        NotificationsDbContext db, CurrentCaller caller, HttpResponse response, CancellationToken ct)
    {
        var preference = await PreferenceTable.OfAsync(db, caller.Id, ct);
        response.SetEtag(preference);
        return TypedResults.Ok(PreferenceView.For(preference));
    }
}
