using Journease.ServiceDefaults.Auditing;

namespace Journease.Scheduling.Sites;

internal static class SiteEndpoints
{
    public static void MapSites(this RouteGroupBuilder api)
    {
        var sites = api.MapGroup("/sites").WithTags("Sites").WithoutPersonalData();
        sites.MapOpenSite();
        sites.MapRenameSite();
        sites.MapListSites();
    }
}
