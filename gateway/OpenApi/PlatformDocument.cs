using System.Text.Json;
using System.Text.Json.Nodes;
using Journease.Gateway.Routes;

namespace Journease.Gateway.OpenApi;

/// <summary>The API of the whole platform, put together from what each service says about itself; a service that does not answer is named.</summary>
internal sealed class PlatformDocument(IHttpClientFactory clients, TimeProvider clock) : IDisposable
{
    public const string HttpClientName = "openapi";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FreshWhenIncomplete = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim gathering = new(1);
    private byte[] document = [];
    private DateTimeOffset goodUntil;

    public async Task<byte[]> ReadAsync(CancellationToken ct)
    {
        if (clock.GetUtcNow() < goodUntil)
        {
            return document;
        }

        await gathering.WaitAsync(ct);
        try
        {
            if (clock.GetUtcNow() >= goodUntil)
            {
                var (gathered, complete) = await GatherAsync(ct);
                document = gathered;
                goodUntil = clock.GetUtcNow() + (complete ? Fresh : FreshWhenIncomplete);
            }
            return document;
        }
        finally
        {
            gathering.Release();
        }
    }

    public void Dispose() => gathering.Dispose();

    private async Task<(byte[] Document, bool Complete)> GatherAsync(CancellationToken ct)
    {
        var routes = PlatformRoutes.Described.ToList();
        var parts = await Task.WhenAll(routes.Select(route => FetchAsync(route, ct)));
        var merged = new DocumentMerge();
        foreach (var (route, part) in routes.Zip(parts))
        {
            if (part is null)
            {
                merged.Miss(route.Service);
            }
            else
            {
                merged.Add(route.Service, part);
            }
        }
        return (JsonSerializer.SerializeToUtf8Bytes(merged.Result()), !parts.Contains(null));
    }

    private async Task<JsonObject?> FetchAsync(PlatformRoute route, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            await using var answer = await client.GetStreamAsync(new Uri($"http://{route.Service}{route.Prefix}/openapi.json"), patience.Token);
            return await JsonNode.ParseAsync(answer, cancellationToken: patience.Token) as JsonObject;
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return null; // whatever is wrong with one service's description must not hide the others'
        }
    }
}
