using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Notifications.Letters;

internal static class TemplateEndpoints
{
    internal static void MapTemplates(this RouteGroupBuilder api)
    {
        var templates = api.MapGroup("/templates").WithTags("Templates").WithoutPersonalData()
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator, Roles.Operator));
        templates.MapListTemplates();
        templates.MapPreviewTemplate();
    }
}
