using Yarp.ReverseProxy.Forwarder;

namespace Journease.Gateway.Routes;

/// <summary>
/// A replica that refuses the connection has received nothing, so the request, whatever it does, goes to another one. One
/// that dies while it works may have acted: then only what merely reads is asked again.
/// </summary>
internal static class AnotherReplica
{
    public static async Task TryAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);

        if (!MayAskAgain(http))
        {
            return;
        }
        var proxy = http.GetReverseProxyFeature();
        var untried = proxy.AllDestinations.ToList();
        while (MayAskAgain(http) && untried.Remove(proxy.ProxiedDestination!) && untried.Count > 0)
        {
            proxy.AvailableDestinations = untried;
            http.Features.Set<IForwarderErrorFeature>(null);
            http.Response.StatusCode = StatusCodes.Status200OK;
            await next(http);
        }
    }

    /// <summary>Nobody listens there: not one byte of the request has left.</summary>
    public static bool IsRefused(HttpContext http) => !http.Response.HasStarted
        && http.GetForwarderErrorFeature() is
        {
            Error: ForwarderError.Request,
            Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError },
        };

    private static bool MayAskAgain(HttpContext http) => IsRefused(http)
        || (HttpMethods.IsGet(http.Request.Method) && !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested
            && http.GetForwarderErrorFeature() is { Error: ForwarderError.Request });
}
