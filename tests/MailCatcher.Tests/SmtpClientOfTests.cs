using System.Net.Sockets;
using System.Text;

namespace Journease.MailCatcher.Tests;

/// <summary>A connection to the catcher on which a test says exactly what it likes.</summary>
public sealed class SmtpClientOfTests : IDisposable
{
    private readonly TcpClient tcp = new();
    private StreamReader reader = null!;

    public static async Task<SmtpClientOfTests> ConnectAsync(int port)
    {
        var client = new SmtpClientOfTests();
        await client.tcp.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
        client.reader = new StreamReader(client.tcp.GetStream(), Encoding.Latin1);
        Assert.StartsWith("220 ", await client.HearAsync(), StringComparison.Ordinal);
        return client;
    }

    /// <summary>Writes as long as the other side listens.</summary>
    public async Task SayAsync(string text)
    {
        try
        {
            await tcp.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It has hung up; what it said before can still be heard.
        }
    }

    /// <summary>The next line; null when the catcher has hung up.</summary>
    public async Task<string?> HearAsync()
    {
        try
        {
            return await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Says something and hears the one line that answers it.</summary>
    public async Task<string?> AskAsync(string line)
    {
        await SayAsync(line + "\r\n");
        return await HearAsync();
    }

    /// <summary>Nothing more will be said, but the answer is waited for.</summary>
    public void StopTalking() => tcp.Client.Shutdown(SocketShutdown.Send);

    public void Dispose()
    {
        reader?.Dispose();
        tcp.Dispose();
    }
}
