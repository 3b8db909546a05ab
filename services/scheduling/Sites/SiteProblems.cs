using Journease.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Sites;

internal static class SiteProblems
{
    public static readonly ProblemType UnknownZone = new("unknown-zone", 400, "There is no such time zone.");
    public static readonly ProblemType UnknownSite = new("unknown-site", 400, "There is no such site.");

    public static async Task RequireKnownAsync(SchedulingDbContext db, Guid? siteId, CancellationToken ct)
    {
        if (siteId is { } id && !await db.Sites.AnyAsync(site => site.Id == id, ct))
        {
            throw UnknownSite.Broken("Give the id of a site from the list of sites.", "siteId");
        }
    }
}
