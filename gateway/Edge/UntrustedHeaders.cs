using System.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Journease.Gateway.Edge;

/// <summary>Headers by which a caller could pose as somebody or something else do not pass; the proxy then sets its own <c>X-Forwarded-…</c>.</summary>
internal sealed class UntrustedHeaders : ITransformProvider
{
    private static readonly string[] Prefixes =
        ["X-Forwarded-", "X-User-", "X-HTTP-Method", "X-Method-Override", "X-Original-", "X-Rewrite-", "X-Real-IP", "X-Journease-"];

    public void Apply(TransformBuilderContext context) => context.AddRequestTransform(static transform =>
    {
        var headers = transform.ProxyRequest.Headers;
        headers.Remove("Forwarded");
        while (FirstUntrusted(headers) is { } name)
        {
            headers.Remove(name);
        }
        return ValueTask.CompletedTask;
    });

    public void ValidateRoute(TransformRouteValidationContext context)
    {
    }

    public void ValidateCluster(TransformClusterValidationContext context)
    {
    }

    // One pass over a struct enumerator for nearly every request; only an offender costs more.
    private static string? FirstUntrusted(HttpRequestHeaders headers)
    {
        foreach (var header in headers.NonValidated)
        {
            if (header.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var prefix in Prefixes)
                {
                    if (header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                    {
                        return header.Key;
                    }
                }
            }
        }
        return null;
    }
}
