using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Journease.ServiceDefaults.Telemetry;

/// <summary>Writes down where an unexpected error happened, without its text: exception messages can quote what a person wrote.</summary>
internal sealed partial class UnhandledErrorLog(ILogger<UnhandledErrorLog> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not (Errors.RuleBrokenException or BadHttpRequestException or OperationCanceledException))
        {
            var route = (httpContext.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText ?? "no route";
            LogUnhandled(httpContext.Request.Method, route, Kinds(exception), exception.StackTrace);
        }
        return ValueTask.FromResult(false);
    }

    private static string Kinds(Exception exception)
    {
        var kind = exception is Npgsql.PostgresException postgres ? $"PostgresException {postgres.SqlState} {postgres.ConstraintName}" : exception.GetType().Name;
        return exception.InnerException is { } inner ? $"{kind} <- {Kinds(inner)}" : kind;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed: {Kinds}\n{Stack}")]
    private partial void LogUnhandled(string method, string route, string kinds, string? stack);
}
