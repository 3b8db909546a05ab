using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Practitioners;

/// <summary>An administrator says what somebody is qualified for, how they wish to be known, and how much they work at most.</summary>
internal static class DescribePractitioner
{
    /// <param name="Qualifications">Codes that session types ask for.</param>
    /// <param name="Gender">As the person wishes to be known; null when it is not said.</param>
    /// <param name="MostMinutesADay">How long sessions may take them on one day; null for no limit.</param>
    /// <param name="MostMinutesAWeek">And from Monday to Sunday.</param>
    public sealed record Request(
        [MaxLength(20)] IReadOnlyList<string>? Qualifications = null, Gender? Gender = null,
        [Range(15, 1440)] int? MostMinutesADay = null, [Range(15, 10080)] int? MostMinutesAWeek = null)
    {
        internal void Describe(Practitioner practitioner)
        {
            if (Qualifications?.All(code => code.Length is > 0 and <= 40) == false)
            {
                throw PractitionerProblems.UnknownQualification.Broken("A qualification is a code of at most 40 characters.", "qualifications");
            }
            practitioner.Describe(Gender, Qualifications ?? [], MostMinutesADay, MostMinutesAWeek);
        }
    }

    internal static void MapDescribePractitioner(this RouteGroupBuilder practitioners) =>
        practitioners.MapPut("/{id:guid}", HandleAsync)
            .WithName(nameof(DescribePractitioner))
            .WithSummary("Say what somebody is qualified for, and how much they work at most")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .RequireIfMatch();

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch ifMatch, SchedulingDbContext db, HttpResponse response, CancellationToken ct)
    {
        if (await db.Practitioners.SingleOrDefaultAsync(practitioner => practitioner.Id == id, ct) is not { } practitioner)
        {
            return CommonProblems.NotFound.Because("No practitioner has this id.");
        }

        ifMatch.Require(practitioner);
        request.Describe(practitioner);
        await db.SaveChangesAsync(ct);
        response.SetEtag(practitioner);
        return TypedResults.NoContent();
    }
}
