using Journease.ServiceDefaults.Gateway;

namespace Journease.Testing.Services;

/// <summary>The gateway, as far as a service under test can tell.</summary>
public static class TestGateway
{
    public const string Secret = "the-gateway-secret-of-the-tests";

    /// <summary>Makes the requests of a client look as if they came through the gateway.</summary>
    public static HttpClient ThroughTheGateway(this HttpClient client)
    {
        client.DefaultRequestHeaders.Add(GatewaySecret.Header, Secret);
        return client;
    }
}
