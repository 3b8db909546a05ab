using Journease.ServiceDefaults.Gateway;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Journease.Gateway.Edge;

/// <summary>Shows the services that a request came through here. Runs after <see cref="UntrustedHeaders"/>, which takes off what a caller sent.</summary>
internal sealed class GatewayMark(GatewaySecret secret) : ITransformProvider
{
    public void Apply(TransformBuilderContext context) => context.AddRequestTransform(transform =>
    {
        transform.ProxyRequest.Headers.TryAddWithoutValidation(GatewaySecret.Header, secret.Value);
        return ValueTask.CompletedTask;
    });

    public void ValidateRoute(TransformRouteValidationContext context)
    {
    }

    public void ValidateCluster(TransformClusterValidationContext context)
    {
    }
}
