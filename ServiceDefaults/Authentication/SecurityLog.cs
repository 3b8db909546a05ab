using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>Who could not be let in: category <c>Journease.Security</c>. Says why and where, never with what token.</summary>
internal sealed partial class SecurityLog(ILoggerFactory loggers)
{
    private readonly ILogger logger = loggers.CreateLogger("Journease.Security");

    public Task NoteAsync(JwtBearerChallengeContext context)
    {
        var reason = context.AuthenticateFailure?.GetType().Name ?? "NoToken";
        var route = (context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown";
        LogNotLetIn(context.HttpContext.Request.Method, route, reason);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not let in to {Method} {Route}: {Reason}")]
    private partial void LogNotLetIn(string method, string route, string reason);
}
