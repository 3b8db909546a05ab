using Journease.Sealing;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Journease.ServiceDefaults.Errors;

/// <summary>The one place where an exception becomes an answer. Its text never leaves the process, except that of a refused rule.</summary>
internal sealed class ProblemExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            return true; // nobody is listening any more
        }

        var details = Describe(exception, http);
        http.Response.StatusCode = details.Status!.Value;
        if (details.Status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = "2";
        }
        return await problems.TryWriteAsync(new() { HttpContext = http, ProblemDetails = details });
    }

    private static ProblemDetails Describe(Exception exception, HttpContext http) => exception switch
    {
        RuleBrokenException { Field: { } field } broken =>
            Of(broken.Type, new HttpValidationProblemDetails(new Dictionary<string, string[]> { [field] = [broken.Message] }), broken.Message),
        RuleBrokenException broken => Of(broken.Type, new ProblemDetails(), broken.Message),
        BadHttpRequestException { StatusCode: not StatusCodes.Status400BadRequest } bad
            when CommonProblems.ForStatus(bad.StatusCode) is { } known => Of(known, new ProblemDetails()),
        BadHttpRequestException bad => Of(CommonProblems.Invalid, new HttpValidationProblemDetails(RequestErrors.From(bad))),
        KeyDestroyedException => Of(CommonProblems.Forgotten, new ProblemDetails()),
        DbUpdateConcurrencyException when http.Request.Headers.ContainsKey("If-Match") => Of(CommonProblems.VersionStale, new ProblemDetails()),
        DbUpdateConcurrencyException => Of(CommonProblems.Conflict, new ProblemDetails()),
        _ when IsRivalry(exception) => Of(CommonProblems.Conflict, new ProblemDetails()),
        _ when IsDatabaseAway(exception) => Of(CommonProblems.Unavailable, new ProblemDetails()),
        _ => Of(CommonProblems.Unexpected, new ProblemDetails()),
    };

    private static ProblemDetails Of(ProblemType type, ProblemDetails details, string? detail = null)
    {
        details.Status = type.Status;
        details.Type = type.Uri;
        details.Title = type.Title;
        details.Detail = detail;
        return details;
    }

    // Rivals that were retried a few times and still lost: a deadlock or a serialization failure.
    private static bool IsRivalry(Exception exception) =>
        Innermost(exception) is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    private static bool IsDatabaseAway(Exception exception) =>
        exception is RetryLimitExceededException or TimeoutException || Innermost(exception) is NpgsqlException { IsTransient: true };

    private static Exception Innermost(Exception exception)
    {
        while (exception is not NpgsqlException && exception.InnerException is { } inner)
        {
            exception = inner;
        }
        return exception;
    }
}
