using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Journease.Portal.Tests.Stubs;

/// <summary>Accounts and invitations, as identity shows them to an administrator; notes what it was asked to do.</summary>
public sealed class StubStaff
{
    public static readonly Guid Nurse = new("00000000-0000-7000-8000-000000000006");
    public static readonly Guid Disabled = new("00000000-0000-7000-8000-000000000007");
    public static readonly Guid Invited = new("00000000-0000-7000-8000-0000000000aa");
    public const string TakenAddress = "taken@example.org";

    private const string Api = "/identity/v1";

    /// <summary>Each act: method, path below the API, what came with it.</summary>
    public ConcurrentQueue<string> Acts { get; } = new();

    public void Map(WebApplication app, StubIssuer issuer)
    {
        app.MapGet(Api + "/accounts", (HttpRequest request) => issuer.Knows(request.Headers.Authorization)
            ? Results.Json(new { items = new[] { Person(Nurse, "Noor Nurse", null), Person(Disabled, "Fay Facilitator", "2026-12-01T15:00:00Z") }, next = (Guid?)null })
            : Results.StatusCode(StatusCodes.Status401Unauthorized));
        app.MapGet(Api + "/accounts/{id:guid}", (Guid id, HttpResponse response) =>
        {
            response.Headers.ETag = "\"7\"";
            return id == Nurse ? Results.Json(Person(Nurse, "Noor Nurse", null))
                : id == Disabled ? Results.Json(Person(Disabled, "Fay Facilitator", "2026-12-01T15:00:00Z"))
                : Results.NotFound();
        });
        app.MapGet(Api + "/invitations", () => Results.Json(new
        {
            items = new[] { new { id = Invited, name = "Robin Vale", email = "robin@example.org", roles = new[] { "editor" }, expiresAt = "2999-12-01T15:00:00Z" } },
        }));
        app.MapPost(Api + "/invitations", async (HttpRequest request) =>
        {
            var sent = await NoteAsync(request);
            return sent.Contains(TakenAddress, StringComparison.Ordinal)
                ? Results.Json(new { title = "Somebody with this address has an account already.", detail = "Open the account.", accountId = Nurse }, statusCode: 409)
                : Results.StatusCode(StatusCodes.Status201Created);
        });
        app.MapPost(Api + "/invitations/{id:guid}/{act}", NoteAsync);
        app.MapPost(Api + "/accounts/{id:guid}/{act}", NoteAsync);
        app.MapPut(Api + "/accounts/{id:guid}/roles", async (HttpRequest request) =>
        {
            var sent = await NoteAsync(request);
            return sent.Contains("operator", StringComparison.Ordinal)
                ? Results.Json(new { title = "It has changed since you read it." }, statusCode: 412)
                : Results.Ok();
        });
    }

    private static object Person(Guid id, string name, string? disabledAt) => new
    {
        id, name, email = $"{name.Split(' ')[0].ToLowerInvariant()}@example.org", roles = new[] { "nurse", "client" }, openedAt = "2026-11-01T15:00:00Z", disabledAt, closesAt = (string?)null,
    };

    private async Task<string> NoteAsync(HttpRequest request)
    {
        var body = await new StreamReader(request.Body).ReadToEndAsync();
        var sent = $"{request.Method} {request.Path.Value![Api.Length..]} {body} {request.Headers.IfMatch}".Trim();
        Acts.Enqueue(sent);
        return sent;
    }
}
