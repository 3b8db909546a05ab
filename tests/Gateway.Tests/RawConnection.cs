using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Journease.Gateway.Tests;

/// <summary>A connection on which a test writes what no well-behaved client would.</summary>
public sealed class RawConnection(TcpClient tcp) : IAsyncDisposable
{
    private readonly NetworkStream stream = tcp.GetStream();

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
        return new(tcp);
    }

    /// <summary>Writes as long as the other side reads.</summary>
    public async Task WriteAsync(string bytes)
    {
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It has hung up already; what it said before can still be read.
        }
    }

    /// <summary>Everything that comes until the other side hangs up.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var all = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
            {
                all.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // Hung up without a goodbye.
        }
        return all.ToString();
    }

    /// <summary>The statuses of all answers until the other side hangs up.</summary>
    public async Task<IReadOnlyList<int>> StatusesAsync() =>
        [.. (await ReadToEndAsync()).Split("HTTP/1.1 ").Skip(1).Select(answer => int.Parse(answer[..3], CultureInfo.InvariantCulture))];

    public ValueTask DisposeAsync()
    {
        tcp.Dispose();
        return ValueTask.CompletedTask;
    }
}
