using System.Net;
using System.Net.Sockets;

namespace Journease.LocalServers;

/// <summary>Asks a port of this machine whether somebody is there.</summary>
internal static class TcpAnswer
{
    private const byte MethodFrame = 1;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly byte[] AmqpGreeting = [.. "AMQP"u8, 0, 0, 9, 1];

    public static Task<bool> IsAcceptedAsync(int port, CancellationToken ct) => AskAsync(port, [], ct);

    /// <summary>A broker that is ready answers the greeting with a method frame; one that still starts does not.</summary>
    public static Task<bool> IsAmqpAsync(int port, CancellationToken ct) => AskAsync(port, AmqpGreeting, ct);

    private static async Task<bool> AskAsync(int port, byte[] greeting, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            if (greeting.Length == 0)
            {
                return true;
            }
            await socket.SendAsync(greeting, limit.Token);
            var answer = new byte[1];
            return await socket.ReceiveAsync(answer, limit.Token) == 1 && answer[0] == MethodFrame;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
