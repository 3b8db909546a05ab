using Journease.ServiceDefaults.Auditing;

namespace Journease.Notifications.Preferences;

internal static class PreferenceEndpoints
{
    internal static void MapPreferences(this RouteGroupBuilder api)
    {
        var preferences = api.MapGroup("/preferences").WithTags("Preferences").AboutCaller();
        preferences.MapReadPreferences();
        preferences.MapChoosePreferences();
    }
}
