using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Journease.LocalHosting.Replicas;

/// <summary>Passes a request to a replica, and to another one where the first never got it.</summary>
internal sealed class Forwarding(IHttpForwarder forwarder, IReadOnlyDictionary<int, ReplicaSet> sets) : IDisposable
{
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromMinutes(10) };

    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    });

    public async Task HandleAsync(HttpContext context)
    {
        foreach (var replica in sets[context.Connection.LocalPort].Candidates())
        {
            replica.Begin();
            try
            {
                var error = await forwarder.SendAsync(context, replica.Address, client, Config, SameHost.Instance);
                if (error == ForwarderError.None || context.Response.HasStarted || !MayRepeat(context))
                {
                    return;
                }
            }
            finally
            {
                replica.End();
            }
            context.Response.Clear();
        }
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
    }

    public void Dispose() => client.Dispose();

    /// <summary>Refused connections carried nothing; a read that broke off did nothing. Anything else may have been done.</summary>
    private static bool MayRepeat(HttpContext context)
    {
        var exception = context.Features.Get<IForwarderErrorFeature>()?.Exception;
        return !context.RequestAborted.IsCancellationRequested
            && (exception is HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } }
                || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));
    }

    /// <summary>The service must see the address that the client used, as if nobody stood between them.</summary>
    private sealed class SameHost : HttpTransformer
    {
        public static readonly SameHost Instance = new();

        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.Host = httpContext.Request.Host.Value;
        }
    }
}
