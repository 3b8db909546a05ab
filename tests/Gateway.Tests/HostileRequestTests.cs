using System.Net;
using Journease.Testing;
using Microsoft.AspNetCore.Http;

namespace Journease.Gateway.Tests;

/// <summary>Requests that two programs could read in two ways, written byte by byte: refused, never passed on, the gateway alive.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    private const string Inquiry = "POST /intake/v1/inquiries HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n";

    private Upstream upstream = null!;
    private GatewayHost gateway = null!;

    public static TheoryData<string, string, int> Requests() => new()
    {
        { "length and chunks", Inquiry + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400 },
        { "chunks and length", Inquiry + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", 400 },
        { "two lengths", Inquiry + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}   x", 400 },
        { "one length twice", Inquiry + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", 400 },
        { "a list of lengths", Inquiry + "Content-Length: 2, 2\r\n\r\n{}", 400 },
        { "chunked, then identity", Inquiry + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400 },
        { "identity only", Inquiry + "Transfer-Encoding: identity\r\n\r\n", 400 },
        { "an unknown coding", Inquiry + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400 },
        { "two codings in two headers", Inquiry + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n", 400 },
        { "a bare line feed after a header", "GET /content/v1/articles HTTP/1.1\r\nHost: localhost\nX-Other: 1\r\nConnection: close\r\n\r\n", 400 },
        { "a bare line feed after the request line", "GET /content/v1/articles HTTP/1.1\nHost: localhost\r\nConnection: close\r\n\r\n", 400 },
        { "a folded header", "GET /content/v1/articles HTTP/1.1\r\nHost: localhost\r\nX-Other: 1\r\n folded\r\nConnection: close\r\n\r\n", 400 },
        { "a space before the colon", "GET /content/v1/articles HTTP/1.1\r\nHost : localhost\r\nConnection: close\r\n\r\n", 400 },
        { "no host", "GET /content/v1/articles HTTP/1.1\r\nConnection: close\r\n\r\n", 400 },
        { "two hosts", "GET /content/v1/articles HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere.test\r\nConnection: close\r\n\r\n", 400 },
        { "another host", "GET /content/v1/articles HTTP/1.1\r\nHost: elsewhere.test\r\nConnection: close\r\n\r\n", 400 },
        { "another host in the target", "GET http://elsewhere.test/content/v1/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400 },
        { "another host in both", "GET http://elsewhere.test/content/v1/articles HTTP/1.1\r\nHost: elsewhere.test\r\nConnection: close\r\n\r\n", 400 },
        { "a reading with a body", "GET /content/v1/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}", 400 },
        { "a reading with chunks", "GET /content/v1/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400 },
        { "a null in a header", "GET /content/v1/articles HTTP/1.1\r\nHost: localhost\r\nX-Other: a\0b\r\nConnection: close\r\n\r\n", 400 },
        { "a null in the path", "GET /content/v1/articles/a%00b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400 },
        { "a way up", "GET /content/v1/../../identity/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400 },
        { "a hidden way up", "GET /content/v1/%2e%2e/%2e%2e/identity/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400 },
        { "a hidden slash", "GET /content/v1/articles%2fa HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400 },
        { "a backslash", "GET /content/v1/articles\\a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400 },
        { "two slashes", "GET //content/v1/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400 },
        { "a hidden percent sign", "GET /content/v1/articles/%252e%252e HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400 },
        { "a trace", "TRACE /content/v1/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405 },
        { "a tunnel", "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\nConnection: close\r\n\r\n", 405 },
        { "no HTTP at all", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400 },
        { "an unknown version", "GET /content/v1/articles HTTP/3.0\r\nHost: localhost\r\n\r\n", 505 },
        { "a line that is too long", "GET /content/v1/articles?" + new string('a', 9000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414 },
        { "a header that is too long", "GET /content/v1/articles HTTP/1.1\r\nHost: localhost\r\nX-Other: " + new string('a', 20_000) + "\r\n\r\n", 431 },
        { "a flood of headers", "GET /content/v1/articles HTTP/1.1\r\nHost: localhost\r\n" + string.Concat(Enumerable.Range(0, 5000).Select(n => $"X-{n}: 1\r\n")) + "\r\n", 431 },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task What_can_be_read_in_two_ways_is_refused(string what, string request, int status)
    {
        Assert.NotEmpty(what);
        await using (var connection = await RawConnection.OpenAsync(gateway.Port))
        {
            await connection.WriteAsync(request);
            Assert.Equal([status], await connection.StatusesAsync());
        }

        Assert.Empty(upstream.Received);
        await IsAliveAsync();
    }

    [Theory]
    [InlineData("a bare line feed in the extension of a chunk", "2;\n{}\r\n0\r\n\r\n")]
    [InlineData("a bare line feed after the size of a chunk", "2\n{}\r\n0\r\n\r\n")]
    [InlineData("a size that is no number", "zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("a chunk that is longer than it says", "2\r\n{}}\r\n0\r\n\r\n")]
    [InlineData("a size that overflows", "fffffffffffffffff\r\n{}\r\n0\r\n\r\n")]
    public async Task A_body_that_can_be_read_in_two_ways_is_refused(string what, string body)
    {
        Assert.NotEmpty(what);
        await using (var connection = await RawConnection.OpenAsync(gateway.Port))
        {
            await connection.WriteAsync(Inquiry.Replace("Connection: close\r\n", "", StringComparison.Ordinal) + "Transfer-Encoding: chunked\r\n\r\n" + body
                + "GET /content/v1/articles HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            Assert.Equal([400], await connection.StatusesAsync());
        }

        Assert.DoesNotContain(upstream.Received, request => request.Method == "GET");
        Assert.Equal(0, bodiesReadWhole);
        await IsAliveAsync();
    }

    private int bodiesReadWhole;

    public async ValueTask InitializeAsync()
    {
        upstream = await Upstream.StartAsync(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            if (http.Request.Method == "POST")
            {
                Interlocked.Increment(ref bodiesReadWhole);
            }
            await http.Response.WriteAsync("reached");
        });
        gateway = GatewayHost.Start(("content", [upstream.Address]), ("intake", [upstream.Address]), ("identity", [upstream.Address]));
    }

    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        await upstream.DisposeAsync();
    }

    private async Task IsAliveAsync()
    {
        using var client = gateway.CreateClient();
        await client.GetAsync(new Uri("/content/v1/articles", UriKind.Relative), TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
    }
}
