using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.SessionTypes;

internal static class SessionTypeCatalogue
{
    /// <summary>The session type with this code; refuses what the practice does not offer, and says why where that matters.</summary>
    public static async Task<SessionType> NamedAsync(this IQueryable<SessionType> types, string code, CancellationToken ct)
    {
        if (code.Contains("mdma", StringComparison.OrdinalIgnoreCase))
        {
            throw SessionTypeProblems.InformationOnly.Broken(
                "MDMA-assisted therapy is promising, but it is not an approved treatment. You can read about it in our articles; it can be neither planned nor booked.",
                "sessionType");
        }
        return await types.AsNoTracking().SingleOrDefaultAsync(type => type.Code == code, ct)
            ?? throw SessionTypeProblems.Unknown.Broken("Give the code of a session type from the list of session types.", "sessionType");
    }
}
