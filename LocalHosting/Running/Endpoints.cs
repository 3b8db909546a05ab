using System.Security.Cryptography;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.Replicas;
using Journease.LocalServers;

namespace Journease.LocalHosting.Running;

/// <summary>Gives every endpoint its address and every process its ports, before anything starts.</summary>
/// <remarks>A single process gets the public port itself; replicas get ports of their own behind it.</remarks>
internal sealed class Endpoints(bool isTest) : IDisposable
{
    private readonly List<ReservedPort> reserved = [];

    public List<ReplicaSet> ReplicaSets { get; } = [];

    public IReadOnlyList<Instance> Allocate(IResource resource)
    {
        var ports = Enumerable.Range(0, resource.Replicas()).Select(_ => new Dictionary<EndpointAnnotation, int>()).ToArray();
        foreach (var endpoint in resource.Endpoints())
        {
            Allocate(resource, endpoint, ports);
        }
        return [.. ports.Select(own => new Instance($"{resource.Name}-{Suffix()}", resource, own))];
    }

    public void Dispose() => reserved.ForEach(port => port.Dispose());

    private void Allocate(IResource resource, EndpointAnnotation endpoint, Dictionary<EndpointAnnotation, int>[] instances)
    {
        var port = PublicPort(resource, endpoint);
        var own = endpoint.TargetPort is { } target && target != port ? target : (int?)null;
        if (instances.Length == 1 && own is null)
        {
            instances[0][endpoint] = port;
        }
        else if (endpoint.IsHttp && endpoint.IsProxied && (instances.Length == 1 || endpoint.TargetPort is null))
        {
            foreach (var instance in instances)
            {
                instance[endpoint] = own ?? Take();
            }
            ReplicaSets.Add(new ReplicaSet(resource, endpoint, port));
        }
        else
        {
            throw new DistributedApplicationException(
                $"The endpoint '{endpoint.Name}' of '{resource.Name}' cannot be shared by processes: only proxied HTTP endpoints without a target port can.");
        }

        var host = endpoint.IsHttp ? endpoint.TargetHost : "127.0.0.1";
        endpoint.Allocated = new AllocatedEndpoint(endpoint.UriScheme, host, port, instances.Length == 1 ? instances[0][endpoint] : null);
    }

    private int PublicPort(IResource resource, EndpointAnnotation endpoint)
    {
        var wanted = isTest && endpoint.IsProxied ? null : endpoint.Port;
        if (wanted is null or 0)
        {
            return endpoint.TargetPort ?? Take();
        }
        return ReservedPort.IsFree(wanted.Value)
            ? wanted.Value
            : throw new DistributedApplicationException(
                $"Port {wanted}, which '{resource.Name}' needs, is taken by another program: stop that, or choose other ports (--ports-from N).");
    }

    private int Take()
    {
        var port = ReservedPort.Take();
        reserved.Add(port);
        return port.Number;
    }

    private static string Suffix() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz", 8);
}
