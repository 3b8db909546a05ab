using System.Net.Sockets;
using System.Security.Claims;

namespace Journease.Gateway.Limits;

/// <summary>Whom a limit counts: a person by the token, anybody else by the address.</summary>
internal readonly record struct CountedCaller(string Limit, Guid Person, int Address)
{
    // A fixed number of counters, whatever the number of addresses: nobody fills the memory by asking from many. Two addresses
    // that meet in one counter share its limit; which ones meet is different in every process.
    private const int Counters = 1 << 16;

    // The part of an IPv6 address that its owner was given; the rest they choose as they like.
    private const int GivenBytes = 8;

    public static CountedCaller Of(HttpContext http, string limit) =>
        Guid.TryParse(http.User.FindFirstValue("sub"), out var person) ? new(limit, person, 0) : At(http, limit);

    public static CountedCaller At(HttpContext http, string limit)
    {
        var hash = new HashCode();
        if (http.Connection.RemoteIpAddress is { } address)
        {
            address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            var bytes = address.GetAddressBytes().AsSpan();
            hash.AddBytes(address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..GivenBytes] : bytes);
        }
        return new(limit, Guid.Empty, (hash.ToHashCode() & (Counters - 1)) + 1);
    }
}
