using System.Net;
using System.Net.Sockets;

namespace Journease.Identity.Throttling;

/// <summary>Where a request comes from, as the gateway saw it; nobody else can say so, because only the gateway is answered.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>Of IPv6 the network: one household or one server has all addresses of it.</summary>
    public static string Of(HttpContext http)
    {
        var said = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        if (!IPAddress.TryParse(said, out var address) && (address = http.Connection.RemoteIpAddress) is null)
        {
            return "unknown";
        }
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }
}
