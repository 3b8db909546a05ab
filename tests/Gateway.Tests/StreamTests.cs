using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Journease.Gateway.Tests;

/// <summary>Connections that stay open: server-sent events and WebSockets.</summary>
public sealed class StreamTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_pass_as_they_are_written_and_not_when_the_stream_ends()
    {
        var secondMayCome = new TaskCompletionSource();
        await using var upstream = await Upstream.StartAsync(async http =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.WriteAsync("data: first\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await secondMayCome.Task.WaitAsync(http.RequestAborted);
            await http.Response.WriteAsync("data: second\n\n", http.RequestAborted);
        });
        await using var gateway = GatewayHost.Start(("content", [upstream.Address]));

        await using var stream = await gateway.CreateClient().GetStreamAsync(new Uri("/content/v1/topics", UriKind.Relative), Ct);
        using var lines = new StreamReader(stream);
        Assert.Equal("data: first", await lines.ReadLineAsync(Ct));
        secondMayCome.SetResult();
        Assert.Equal("", await lines.ReadLineAsync(Ct));
        Assert.Equal("data: second", await lines.ReadLineAsync(Ct));
    }

    [Fact]
    public async Task A_web_socket_passes_in_both_directions()
    {
        await using var upstream = await Upstream.StartAsync(EchoAsync);
        await using var gateway = GatewayHost.Start(("content", [upstream.Address]));
        using var socket = new ClientWebSocket();

        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{gateway.Port}/content/v1/topics"), Ct);
        await socket.SendAsync(Encoding.UTF8.GetBytes("hello"), WebSocketMessageType.Text, endOfMessage: true, Ct);
        var buffer = new byte[64];
        var echoed = await socket.ReceiveAsync(buffer, Ct);

        Assert.Equal("hello", Encoding.UTF8.GetString(buffer, 0, echoed.Count));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Ct);
    }

    [Theory]
    [InlineData("https://elsewhere.test", false)]
    [InlineData("null", false)]
    [InlineData("https://gateway.test", true)]
    [InlineData("https://app.test", true)]
    public async Task A_page_of_another_origin_opens_no_web_socket(string origin, bool may)
    {
        await using var upstream = await Upstream.StartAsync(EchoAsync);
        await using var gateway = GatewayHost.StartWith(new() { ["Cors:Origins:0"] = "https://app.test" }, ("content", [upstream.Address]));
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin);
        var connecting = socket.ConnectAsync(new Uri($"ws://127.0.0.1:{gateway.Port}/content/v1/topics"), Ct);

        if (may)
        {
            await connecting;
            return;
        }
        await Assert.ThrowsAsync<WebSocketException>(() => connecting);
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
        Assert.Empty(upstream.Received);
    }

    private static async Task EchoAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[64];
        while (await socket.ReceiveAsync(buffer, http.RequestAborted) is { MessageType: not WebSocketMessageType.Close } received)
        {
            await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, http.RequestAborted);
        }
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, http.RequestAborted);
    }
}
