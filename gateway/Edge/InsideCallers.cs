using Journease.ServiceDefaults.Gateway;

namespace Journease.Gateway.Edge;

/// <summary>The portal asks for its visitors: limits count each visitor, not the one address of the portal.</summary>
internal static class InsideCallers
{
    public static void UseInsideCallers(this WebApplication app)
    {
        var secret = app.Services.GetRequiredService<GatewaySecret>();
        app.Use((http, next) =>
        {
            if (secret.IsIn(http.Request.Headers[GatewaySecret.Header]))
            {
                http.TakeAddressFromHeader();
            }
            return next(http);
        });
    }
}
