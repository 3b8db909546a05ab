using System.Net;
using System.Net.Sockets;

namespace Journease.Scheduling.BusyTimes;

/// <summary>Tells addresses of the public internet from those of private networks, of the machine itself and of other special uses.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            // Of version 6 only 2000::/3 is given out at all; these lie in it and carry or translate others.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Special.Any(network => network.Contains(plain)),
            AddressFamily.InterNetworkV6 => plain.ScopeId == 0 && GivenOut.Contains(plain) && !Special.Any(network => network.Contains(plain)),
            _ => false,
        };
    }

    /// <summary>
    /// Connects only where every address that the name has is public, and to one of the very addresses that were looked at: a
    /// name that answers differently the second time gains nothing.
    /// </summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        if (addresses.Length == 0 || !addresses.All(Is))
        {
            throw new NotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>An address leads to a private network.</summary>
internal sealed class NotPublicException() : Exception("The address is not public.");
