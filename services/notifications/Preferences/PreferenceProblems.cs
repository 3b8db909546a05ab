using Journease.ServiceDefaults.Errors;

namespace Journease.Notifications.Preferences;

internal static class PreferenceProblems
{
    public static readonly ProblemType NeverLoud = new("quiet-hours-never-end", 409, "These quiet hours would never end.");
}
