using System.Net;
using Microsoft.AspNetCore.Http;

namespace Journease.ServiceDefaults.Gateway;

/// <summary>Who knows the gateway's secret may say for whom it asks; the connection then counts as that person's.</summary>
public static class SpokenFor
{
    /// <summary>Takes over the address in <c>X-Forwarded-For</c>. Only for requests that carry the secret.</summary>
    public static void TakeAddressFromHeader(this HttpContext http)
    {
        if (IPAddress.TryParse(http.Request.Headers["X-Forwarded-For"].ToString(), out var address))
        {
            http.Connection.RemoteIpAddress = address;
        }
    }
}
