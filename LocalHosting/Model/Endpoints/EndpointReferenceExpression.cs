using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of an endpoint's address, such as its port.</summary>
public class EndpointReferenceExpression : IExpressionValue, IValueWithReferences
{
    public EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property)
    {
        ArgumentNullException.ThrowIfNull(endpointReference);
        Endpoint = endpointReference;
        Property = property;
    }

    public EndpointReference Endpoint { get; }

    public EndpointProperty Property { get; }

    public string ValueExpression => Property switch
    {
        EndpointProperty.HostAndPort => $"{Binding("host")}:{Binding("port")}",
        EndpointProperty.IPV4Host => Binding("host"),
        EndpointProperty.TargetPort => Binding("targetPort"),
        _ => Binding(Property.ToString().ToLowerInvariant()),
    };

    IEnumerable<object> IValueWithReferences.References => [Endpoint];

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(Value(Endpoint.Allocated));

    public ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default) =>
        GetValueAsync(cancellationToken);

    private string? Value(AllocatedEndpoint endpoint) => Property switch
    {
        EndpointProperty.Url => endpoint.Url,
        EndpointProperty.Host => endpoint.Host,
        EndpointProperty.IPV4Host => "127.0.0.1",
        EndpointProperty.Port => endpoint.Port.ToString(CultureInfo.InvariantCulture),
        EndpointProperty.Scheme => endpoint.Scheme,
        EndpointProperty.HostAndPort => endpoint.HostAndPort,
        EndpointProperty.TargetPort => endpoint.TargetPort?.ToString(CultureInfo.InvariantCulture)
            ?? throw new InvalidOperationException($"Each replica of '{Endpoint.Resource.Name}' listens on a port of its own."),
        _ => throw new InvalidOperationException($"An endpoint has no property {Property}."),
    };

    private string Binding(string property) => $"{{{Endpoint.Resource.Name}.bindings.{Endpoint.EndpointName}.{property}}}";
}
