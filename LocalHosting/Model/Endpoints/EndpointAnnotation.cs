using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An address at which a resource is reached.</summary>
public sealed class EndpointAnnotation : IResourceAnnotation
{
    public EndpointAnnotation(
        ProtocolType protocol,
        string? uriScheme = null,
        string? transport = null,
        string? name = null,
        int? port = null,
        int? targetPort = null,
        bool? isExternal = null,
        bool? isProxied = null)
    {
        Protocol = protocol;
        UriScheme = uriScheme ?? (protocol == ProtocolType.Udp ? "udp" : "tcp");
        Transport = transport ?? (UriScheme is "http" or "https" ? "http" : UriScheme);
        Name = name ?? UriScheme;
        Port = port;
        TargetPort = targetPort;
        IsExternal = isExternal ?? false;
        IsProxied = isProxied ?? true;
    }

    public string Name { get; set; }

    public ProtocolType Protocol { get; set; }

    public string UriScheme { get; set; }

    public string Transport { get; set; }

    /// <summary>The port that others connect to; one is chosen where it is null.</summary>
    public int? Port { get; set; }

    /// <summary>The port that the process itself listens on; one is chosen where it is null.</summary>
    public int? TargetPort { get; set; }

    public string TargetHost { get; set; } = "localhost";

    /// <summary>Reached from outside the platform when it is deployed.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether the platform may stand between the public port and the process.</summary>
    public bool IsProxied { get; set; }

    /// <summary>Left out where another resource takes all endpoints of this one.</summary>
    public bool ExcludeReferenceEndpoint { get; set; }

    /// <summary>The variable that tells the process its port, for programs that do not read ASPNETCORE_URLS.</summary>
    internal string? PortVariable { get; set; }

    internal AllocatedEndpoint? Allocated { get; set; }

    internal bool IsHttp => UriScheme is "http" or "https";
}
