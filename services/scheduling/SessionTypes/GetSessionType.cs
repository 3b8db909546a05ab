using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Scheduling.SessionTypes;

/// <summary>One session type; asked for MDMA, it says why there is none.</summary>
internal static class GetSessionType
{
    public sealed record Response(
        string Code, string Name, int Minutes, int HoldMinutes, IReadOnlyList<string> RolesNeeded, bool NeedsRoom, bool InPerson, bool ClientsBookIt)
    {
        internal static Response Of(SessionType type) => new(
            type.Code, type.Name, type.Minutes, type.HoldMinutes, type.RolesNeeded, type.NeedsRoom, type.InPerson, type.ClientsBookIt);
    }

    internal static void MapGetSessionType(this RouteGroupBuilder types) =>
        types.MapGet("/{code}", HandleAsync).WithName(nameof(GetSessionType)).WithSummary("Read one session type").RequireAuthorization();

    internal static async Task<Ok<Response>> HandleAsync(string code, SchedulingDbContext db, CancellationToken ct) =>
        TypedResults.Ok(Response.Of(await db.SessionTypes.NamedAsync(code, ct)));
}
