using Journease.ServiceDefaults.Auditing;
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
        LogNotLetIn(context.HttpContext.Request.Method, RouteOf(context.HttpContext), reason);
        return Task.CompletedTask;
    }

    /// <summary>Something was refused to somebody of whom nothing is known, such as a sign-in to an account that is not there.</summary>
    public void NoteRefused(HttpContext http, int status) => LogRefused(http.Request.Method, RouteOf(http), status);

    private static string RouteOf(HttpContext http) => (AuditedRequests.EndpointOf(http) as RouteEndpoint)?.RoutePattern.RawText ?? "unknown";

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not let in to {Method} {Route}: {Reason}")]
    private partial void LogNotLetIn(string method, string route, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused to nobody known {Method} {Route}: {Status}")]
    private partial void LogRefused(string method, string route, int status);
}
