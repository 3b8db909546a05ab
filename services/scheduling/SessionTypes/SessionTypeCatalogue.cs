using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.SessionTypes;

internal static class SessionTypeCatalogue
{
    /// <summary>The session type with this code; refuses what the practice does not offer, and says why where that matters.</summary>
    public static async Task<SessionType> NamedAsync(this IQueryable<SessionType> types, string code, CancellationToken ct)
    {
        SessionTypeRules.RequireOffered(code);
        return await types.AsNoTracking().SingleOrDefaultAsync(type => type.Code == code, ct)
            ?? throw SessionTypeProblems.Unknown.Broken("Give the code of a session type from the list of session types.", "sessionType");
    }
}
