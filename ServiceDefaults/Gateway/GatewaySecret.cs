using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Journease.ServiceDefaults.Gateway;

/// <summary>
/// What only the gateway and the services know (<c>Gateway:Secret</c>). The gateway puts it on every request that it passes on
/// and takes it off every request that comes in with it.
/// </summary>
public sealed class GatewaySecret
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-Journease-Gateway";

    private const int Shortest = 22;

    private readonly byte[] expected;

    public GatewaySecret(IConfiguration configuration)
    {
        var configured = configuration["Gateway:Secret"];
        if (configured is not { Length: >= Shortest })
        {
            throw new WrongConfigurationException(
                $"Gateway__Secret is not set or too short: give the gateway and every service the same {Shortest} characters or more.");
        }
        Value = configured;
        expected = Encoding.UTF8.GetBytes(configured);
    }

    /// <summary>To be sent, and never logged.</summary>
    public string Value { get; }

    /// <summary>Whether a request's header carries it, once.</summary>
    public bool IsIn(StringValues header) =>
        header is [{ } given] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected);
}
