using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Journease.ServiceDefaults.Auditing;

/// <summary>Under which ids a person is known to a service that does not know them by their account.</summary>
public delegate Task<Guid[]> KnownAs(Guid account, CancellationToken ct);

/// <summary>What the audit of this service says to a person about themselves.</summary>
public sealed class AccessLog(NpgsqlDataSource database, IEnumerable<EndpointDataSource> endpoints, KnownAs? knownAs = null)
{
    /// <summary>The same thing done by others in the same role on one day.</summary>
    /// <param name="Id">Of the first time.</param>
    /// <param name="Times">How often.</param>
    /// <param name="IsNobody">Whether it was somebody who had not signed in.</param>
    /// <param name="Roles">In what role; empty for a service of the platform.</param>
    public sealed record ByOthers(
        Guid Id, DateTimeOffset First, DateTimeOffset Last, long Times, bool IsNobody, IReadOnlyList<string> Roles, string What, string Kind, Guid? EmergencyAccessId);

    /// <summary>The ids under which the audit of this service names the person.</summary>
    public async Task<Guid[]> IdsOfAsync(Guid account, CancellationToken ct) => knownAs is null ? [account] : await knownAs(account, ct);

    /// <summary>What others did, day by day: a copy for years must stay readable.</summary>
    public async IAsyncEnumerable<ByOthers> ByOthersAsync(Guid account, [EnumeratorCancellation] CancellationToken ct)
    {
        var mine = await IdsOfAsync(account, ct);
        await using var command = database.CreateCommand("""
            SELECT (array_agg(id ORDER BY at, id))[1], min(at), max(at), count(*), actor IS NULL, roles, act, kind, reason_id FROM audit.event
            WHERE subject_id = ANY(@mine) AND (actor IS NULL OR actor <> ALL(@me))
            GROUP BY (at AT TIME ZONE 'UTC')::date, actor IS NULL, roles, act, kind, reason_id ORDER BY 2, 1
            """);
        command.Parameters.Add(new("mine", mine));
        command.Parameters.Add(new("me", (string[])[account.ToString(), .. mine.Select(id => id.ToString())]));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return new(
                reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt64(3), reader.GetBoolean(4),
                RolesIn(reader.GetString(5)), InWords(reader.GetString(6)), reader.GetString(7).ToLowerInvariant(), reader.IsDBNull(8) ? null : reader.GetGuid(8));
        }
    }

    internal static string[] RolesIn(string stored) => stored.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What an act does. One that a later version no longer has keeps its name.</summary>
    internal string InWords(string act) => endpoints.SelectMany(source => source.Endpoints)
        .FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == act)
        ?.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? act;
}
