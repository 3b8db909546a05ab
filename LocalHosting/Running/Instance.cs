using Aspire.Hosting.ApplicationModel;

namespace Journease.LocalHosting.Running;

/// <summary>One process of a resource, and the port it listens on for each endpoint.</summary>
internal sealed record Instance(string Id, IResource Resource, IReadOnlyDictionary<EndpointAnnotation, int> Ports)
{
    /// <summary>The part of the id that tells replicas apart.</summary>
    public string Suffix => Id[(Resource.Name.Length + 1)..];
}
