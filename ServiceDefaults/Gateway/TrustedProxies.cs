using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;

namespace Journease.ServiceDefaults.Gateway;

/// <summary>Who is asking, where a proxy of the operator's stands in front: only configured proxies are believed.</summary>
public static class TrustedProxies
{
    private const string Setting = "ForwardedHeaders:KnownProxies";

    /// <summary>Takes address and scheme from <c>X-Forwarded-For</c> and <c>-Proto</c> of the proxies named in the configuration.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear(); // the framework's own trust whatever runs on the same machine
        foreach (var known in app.Configuration.GetSection(Setting).Get<string[]>() ?? [])
        {
            if (IPAddress.TryParse(known, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(known, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new WrongConfigurationException($"{Setting.Replace(":", "__", StringComparison.Ordinal)} holds something that is neither an address nor a network such as 10.0.0.0/8.");
            }
        }
        if (options.KnownProxies.Count + options.KnownIPNetworks.Count > 0)
        {
            app.UseForwardedHeaders(options);
        }
    }
}
