using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.Consents;

internal static class ConsentEndpoints
{
    public static void MapConsents(this RouteGroupBuilder api)
    {
        var consents = api.MapGroup("/consents").WithTags("Consents").AboutCaller()
            .RequireAuthorization(policy => policy.RequireRole(Roles.Client));
        consents.MapGetConsentDocument();
        consents.MapMyConsents();
        consents.MapSignConsent();
        consents.MapWithdrawConsent();
    }
}
