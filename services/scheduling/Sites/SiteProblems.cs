using Journease.ServiceDefaults.Errors;

namespace Journease.Scheduling.Sites;

internal static class SiteProblems
{
    public static readonly ProblemType UnknownZone = new("unknown-zone", 400, "There is no such time zone.");
    public static readonly ProblemType UnknownSite = new("unknown-site", 400, "There is no such site.");
}
