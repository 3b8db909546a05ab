using System.Net;
using System.Net.Sockets;
using Journease.MailCatcher.Messages;

namespace Journease.MailCatcher.Smtp;

/// <summary>Accepts mail on this machine's own address only, and sends it nowhere.</summary>
public sealed class SmtpCatcher : BackgroundService
{
    private readonly CaughtMessages messages;
    private readonly TcpListener listener;

    public SmtpCatcher(CaughtMessages messages, int port)
    {
        this.messages = messages;
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await listener.AcceptTcpClientAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            listener.Stop();
        }
    }

    private async Task TalkAsync(TcpClient client, CancellationToken ct)
    {
        using (client)
        {
            try
            {
                await new SmtpConversation(client.GetStream(), messages, TimeProvider.System).RunAsync(ct);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // Whoever spoke has gone.
            }
        }
    }

    public override void Dispose()
    {
        listener.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }
}
