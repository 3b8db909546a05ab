using System.ComponentModel.DataAnnotations;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Journease.ServiceDefaults.Auditing;

/// <summary>A person sees who read or changed what this service keeps about them, and who tried.</summary>
public static class ListAccessLog
{
    /// <param name="At">When.</param>
    /// <param name="Mine">Whether it was the person themselves.</param>
    /// <param name="Roles">In what role somebody else asked; empty for a service of the platform, and for whoever had not signed in.</param>
    /// <param name="Act">The name of the act.</param>
    /// <param name="What">What the act does, in words.</param>
    /// <param name="Kind"><c>read</c>, <c>write</c>, <c>refusal</c> or <c>failure</c>.</param>
    /// <param name="EmergencyAccessId">The emergency access that was the reason; null otherwise.</param>
    public sealed record Item(Guid Id, DateTimeOffset At, bool Mine, IReadOnlyList<string> Roles, string Act, string What, string Kind, Guid? EmergencyAccessId);

    /// <param name="Items">Newest first.</param>
    /// <param name="Next">Give it back as <c>after</c> for the next page; null on the last one.</param>
    public sealed record Response(IReadOnlyList<Item> Items, Guid? Next);

    /// <summary>Maps <c>GET {prefix}/access-log</c>.</summary>
    public static void MapAccessLog(this RouteGroupBuilder api) =>
        api.MapGet("/access-log", HandleAsync)
            .WithName(nameof(ListAccessLog))
            .WithSummary("See who opened what is kept about you here, newest first")
            .WithTags("Access log")
            .AboutCaller()
            .ProducesValidationProblem();

    private static async Task<Ok<Response>> HandleAsync(
        AccessLog log, NpgsqlDataSource database, CurrentCaller caller, CancellationToken ct, Guid? after = null, [Range(1, 200)] int limit = 50)
    {
        var mine = await log.IdsOfAsync(caller.Id, ct);
        await using var command = database.CreateCommand("""
            SELECT id, at, actor, roles, act, kind, reason_id FROM audit.event
            WHERE subject_id = ANY(@mine) AND (@after::uuid IS NULL OR (at, id) < (SELECT at, id FROM audit.event WHERE id = @after))
            ORDER BY at DESC, id DESC LIMIT @limit
            """);
        command.Parameters.Add(new("mine", mine));
        command.Parameters.Add(new("after", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)after ?? DBNull.Value });
        command.Parameters.Add(new("limit", limit + 1));

        var items = new List<Item>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var act = reader.GetString(4);
            items.Add(new(
                reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), Guid.TryParse(reader.GetValue(2) as string, out var actor) && (actor == caller.Id || mine.Contains(actor)),
                AccessLog.RolesIn(reader.GetString(3)), act, log.InWords(act),
                reader.GetString(5).ToLowerInvariant(), reader.IsDBNull(6) ? null : reader.GetGuid(6)));
        }
        return TypedResults.Ok(new Response([.. items.Take(limit)], items.Count > limit ? items[limit - 1].Id : null));
    }
}
