using System.Net;
using Journease.Portal.Gateway;

namespace Journease.Portal.Everything;

/// <summary>The person's copies of everything about them.</summary>
internal sealed class EverythingClient(PersonalGatewayClient gateway)
{
    private const string Exports = "/intake/v1/exports";

    public Task<Reading<CopyList>> CopiesAsync(CancellationToken ct) => gateway.ReadAsync<CopyList>(Exports, ct);

    /// <summary>True when a copy is being made now, whether because of this or because one was under way.</summary>
    public async Task<bool> AskAsync(string key, CancellationToken ct)
    {
        using var response = await gateway.CreateAsync(Exports, new { }, key, ct);
        return response?.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict;
    }

    /// <summary>Null when there is nothing to fetch.</summary>
    public Task<byte[]?> FetchAsync(Guid id, string file, CancellationToken ct) => gateway.FetchAsync($"{Exports}/{id}/{file}", ct);
}

/// <summary>Newest first.</summary>
public sealed record CopyList(IReadOnlyList<Copy> Exports);

/// <summary>One copy: <c>gathering</c>, <c>ready</c> or <c>deleted</c>.</summary>
public sealed record Copy(Guid ExportId, string State, DateTimeOffset RequestedAt, DateTimeOffset? ExpiresAt, IReadOnlyList<string> NotIncluded);
