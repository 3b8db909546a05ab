using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.Reviews;

internal static class ReviewEndpoints
{
    public static void MapReviews(this RouteGroupBuilder api)
    {
        var reviews = api.MapGroup("/reviews").WithTags("Reviews").AboutNamed()
            .RequireAuthorization(policy => policy.RequireRole(Roles.Prescriber));
        reviews.MapListReviews();
        reviews.MapGetReview();
        reviews.MapDecideReview();
    }
}
