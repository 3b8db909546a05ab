using System.Runtime.CompilerServices;
using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Journease.LocalHosting.OperatorPage;

/// <summary>What the page reads and does.</summary>
internal sealed class OperatorEndpoints(
    ResourceNotificationService notifications, ResourceLoggerService logs, ResourceCommandService commands)
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(250);

    public void Map(IEndpointRouteBuilder web, CancellationToken stopping)
    {
        web.MapGet("/", () => PageFile.Answer("page.html", "text/html; charset=utf-8"));
        web.MapGet("/page.css", () => PageFile.Answer("page.css", "text/css; charset=utf-8"));
        web.MapGet("/page.js", () => PageFile.Answer("page.js", "text/javascript; charset=utf-8"));
        web.MapGet("/resources", () => TypedResults.Ok(Rows()));
        web.MapGet("/changes", (CancellationToken ct) =>
            TypedResults.ServerSentEvents(ChangesAsync(CancellationTokenSource.CreateLinkedTokenSource(ct, stopping).Token), "resources"));
        web.MapGet("/log/{id}", Results<ServerSentEventsResult<IReadOnlyList<LogLine>>, NotFound> (string id, CancellationToken ct) =>
            notifications.TryGetCurrentState(id, out _)
                ? TypedResults.ServerSentEvents(LogAsync(id, CancellationTokenSource.CreateLinkedTokenSource(ct, stopping).Token), "lines")
                : TypedResults.NotFound());
        web.MapPost("/resources/{id}/{command}", async Task<Results<NoContent, BadRequest<string>>> (string id, string command, CancellationToken ct) =>
        {
            var result = await commands.ExecuteCommandAsync(id, command, ct);
            return result.Success ? TypedResults.NoContent() : TypedResults.BadRequest(result.Message ?? "It did not work.");
        });
    }

    private IReadOnlyList<ResourceRow> Rows() =>
        [.. notifications.Current().Where(e => !e.Snapshot.IsHidden).Select(ResourceRow.Of).OrderBy(row => row.Id, StringComparer.Ordinal)];

    /// <summary>All rows at every change, but not more often than a person can follow.</summary>
    private async IAsyncEnumerable<IReadOnlyList<ResourceRow>> ChangesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var changed = new SemaphoreSlim(1, 1);
        var watching = WatchAsync(changed, ct);
        while (!ct.IsCancellationRequested && !watching.IsCompleted)
        {
            await changed.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!ct.IsCancellationRequested)
            {
                yield return Rows();
                await Task.Delay(Settle, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WatchAsync(SemaphoreSlim changed, CancellationToken ct)
    {
        try
        {
            await foreach (var _ in notifications.WatchAsync(ct))
            {
                if (changed.CurrentCount == 0)
                {
                    changed.Release();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone.
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<LogLine>> LogAsync(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var lines = logs.WatchAsync(id).GetAsyncEnumerator(ct);
        while (await NextAsync(lines))
        {
            yield return lines.Current;
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<IReadOnlyList<LogLine>> lines)
    {
        try
        {
            return await lines.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
