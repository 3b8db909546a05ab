using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.ServiceDiscovery;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Journease.Gateway.Routes;

/// <summary>Finds the replicas of a service as every other client does, and notices when they change.</summary>
internal sealed class DiscoveredDestinations(ServiceEndpointResolver resolver) : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, DestinationConfig>();
        var changes = new List<IChangeToken>();
        foreach (var service in destinations.Values)
        {
            var source = await resolver.GetEndpointsAsync(service.Address, cancellationToken);
            changes.Add(source.ChangeToken);
            foreach (var endpoint in source.Endpoints)
            {
                var address = endpoint.ToString()!;
                found[address] = service with { Address = address.Contains("://", StringComparison.Ordinal) ? address : "http://" + address };
            }
        }
        return new(found, new CompositeChangeToken(changes));
    }
}
