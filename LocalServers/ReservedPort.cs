using System.Net;
using System.Net.Sockets;

namespace Journease.LocalServers;

/// <summary>A free port of this machine that no other run of the platform is given while it is held.</summary>
/// <remarks>
/// Ports are taken below the range the kernel gives to outgoing connections, so that none is lost between
/// the choice and its use; a name in the abstract socket space keeps parallel runs apart and ends with the process.
/// </remarks>
public sealed class ReservedPort : IDisposable
{
    private const int First = 20000;
    private const int Count = 10000;

    private readonly Socket claim;

    private ReservedPort(int number, Socket claim)
    {
        Number = number;
        this.claim = claim;
    }

    public int Number { get; }

    public static ReservedPort Take()
    {
        var from = Random.Shared.Next(Count);
        for (var i = 0; i < Count; i++)
        {
            var number = First + (from + i) % Count;
            if (Claim(number) is { } claim)
            {
                if (IsFree(number))
                {
                    return new ReservedPort(number, claim);
                }
                claim.Dispose();
            }
        }
        throw new ServerStartException($"No port between {First} and {First + Count - 1} is free on this machine.");
    }

    public static bool IsFree(int number)
    {
        using var listener = new TcpListener(IPAddress.Loopback, number);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Dispose() => claim.Dispose();

    private static Socket? Claim(int number)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint($"\0journease-port-{number}"));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
