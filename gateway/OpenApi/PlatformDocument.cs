using System.Text.Json;
using Journease.Gateway.Routes;

namespace Journease.Gateway.OpenApi;

/// <summary>The API of the whole platform: the documents of all services, made into one. It describes exactly what the gateway lets through.</summary>
internal sealed class PlatformDocument
{
    public byte[] Json { get; } = Merge();

    private static byte[] Merge()
    {
        var merged = new DocumentMerge();
        foreach (var (service, document) in DeclaredOperation.Documents())
        {
            merged.Add(service, document);
        }
        return JsonSerializer.SerializeToUtf8Bytes(merged.Result());
    }
}
