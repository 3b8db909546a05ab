using Yarp.ReverseProxy.Model;

namespace Journease.Gateway.Routes;

/// <summary>Marks routes whose answers stay open, which are not counted among the requests at work.</summary>
internal static class StreamMark
{
    public const string Key = "stream";

    public static bool IsStream(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.Metadata?.ContainsKey(Key) == true;
}
