using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where an endpoint is really reached in this run.</summary>
internal sealed record AllocatedEndpoint(string Scheme, string Host, int Port, int? TargetPort)
{
    public string HostAndPort => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    public string Url => $"{Scheme}://{HostAndPort}";
}
