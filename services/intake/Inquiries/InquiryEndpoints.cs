using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.Inquiries;

internal static class InquiryEndpoints
{
    public static void MapInquiries(this RouteGroupBuilder api)
    {
        var inquiries = api.MapGroup("/inquiries").WithTags("Inquiries").AboutNamed("id")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator));
        inquiries.MapReceiveInquiry();
        inquiries.MapListInquiries();
        inquiries.MapSearchInquiries();
        inquiries.MapAnswerInquiry();
    }
}
