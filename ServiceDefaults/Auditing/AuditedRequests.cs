using System.Text.Json;
using Journease.Audit;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Journease.ServiceDefaults.Auditing;

/// <summary>
/// Holds each answer back until it is in the audit: no row, no answer. Around everything else, so that what a handler
/// returns, what authorization refuses and what an exception becomes are all seen as they leave.
/// </summary>
internal sealed partial class AuditedRequests(RequestDelegate next, ILogger<AuditedRequests> logger)
{
    private const string EndpointItem = "audited-endpoint";
    private const string RouteItem = "audited-route";

    /// <summary>The endpoint of the request, also after an exception has taken it away.</summary>
    public static Endpoint? EndpointOf(HttpContext http) => http.Items[EndpointItem] as Endpoint ?? http.GetEndpoint();

    /// <summary>What its address named, also after an exception has taken it away.</summary>
    public static RouteValueDictionary RouteOf(HttpContext http) => http.Items[RouteItem] as RouteValueDictionary ?? http.Request.RouteValues;

    /// <summary>
    /// Whether what succeeds has changed something. In the unit of work a write has its row already; what comes here from there is
    /// an answer from memory, and only a read.
    /// </summary>
    public static bool IsWrite(HttpContext http, AuditTrail trail) => trail.IsWrite
        || (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            && EndpointOf(http)?.Metadata is { } said && said.GetMetadata<WriteMetadata>() is null && said.GetMetadata<ReadMetadata>() is null);

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<AuditDeclaration>() is not { IsAudited: true })
        {
            await next(http);
            return;
        }

        http.Items[EndpointItem] = endpoint;
        http.Items[RouteItem] = new RouteValueDictionary(http.Request.RouteValues);
        var connection = http.Response.Body;
        await using var held = new MemoryStream();
        http.Response.Body = held;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = connection;
        }

        if (await IsRecordedAsync(http, held))
        {
            held.Position = 0;
            await held.CopyToAsync(connection, http.RequestAborted);
        }
    }

    private async Task<bool> IsRecordedAsync(HttpContext http, MemoryStream held)
    {
        var status = http.Response.StatusCode;
        var trail = http.RequestServices.GetRequiredService<AuditTrail>();
        // Who is not known is a matter for the security log; there is nobody to write down.
        var knowsSomebody = trail.KnowsSomebody();
        if (!knowsSomebody && status is >= 400 and < 500 and not StatusCodes.Status401Unauthorized)
        {
            http.RequestServices.GetService<SecurityLog>()?.NoteRefused(http, status);
        }
        if (status == StatusCodes.Status401Unauthorized || (trail.IsWritten && status < 400) || !(knowsSomebody || trail.IsWrittenForNobodyToo))
        {
            return true;
        }
        try
        {
            await trail.RecordAsync(KindOf(http, trail, status), status, ProblemCode(http.Response, held), CancellationToken.None);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            LogHeldBack(e.GetType().Name);
            foreach (var name in http.Response.Headers.Keys.Where(name => name is not "Date").ToList())
            {
                http.Response.Headers.Remove(name);
            }
            http.Response.Headers.RetryAfter = "2";
            await CommonProblems.Unavailable.Because("It could not be recorded that you asked, and so it is not shown. Please try again shortly.").ExecuteAsync(http);
            return false;
        }
    }

    private static AuditKind KindOf(HttpContext http, AuditTrail trail, int status) => status switch
    {
        >= 500 => AuditKind.Failure,
        >= 400 => AuditKind.Refusal,
        _ => IsWrite(http, trail) ? AuditKind.Write : AuditKind.Read,
    };

    private static string? ProblemCode(HttpResponse response, MemoryStream held)
    {
        if (response.ContentType?.StartsWith("application/problem+json", StringComparison.Ordinal) != true)
        {
            return null;
        }
        using var problem = JsonDocument.Parse(held.GetBuffer().AsMemory(0, (int)held.Length));
        return problem.RootElement.TryGetProperty("type", out var type) ? type.GetString()?.Split(':')[^1] : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer was held back, because the audit could not be written: {Code}")]
    private partial void LogHeldBack(string code);
}
