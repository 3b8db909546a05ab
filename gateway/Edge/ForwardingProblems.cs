using Journease.Gateway.Routes;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Journease.Gateway.Edge;

/// <summary>When a service does not answer, the caller gets a problem document that says whether to try again.</summary>
internal static class ForwardingProblems
{
    private const string SendLess = "Send a smaller or complete request.";

    public static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            await CommonProblems.TooLarge.Because(SendLess).ExecuteAsync(http);
            return;
        }

        await next(http);

        if (http.GetForwarderErrorFeature() is not { } error || http.Response.HasStarted || http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var problem = Describe(http, error);
        http.Response.Clear();
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            http.Response.Headers.RetryAfter = "1";
        }
        await problem.Because(problem.Status < StatusCodes.Status500InternalServerError
            ? SendLess
            : "Nothing is lost: repeat the request in a moment, with the same Idempotency-Key if it has one.").ExecuteAsync(http);
    }

    private static ProblemType Describe(HttpContext http, IForwarderErrorFeature error) => error.Error switch
    {
        ForwarderError.NoAvailableDestinations => CommonProblems.Unavailable,
        ForwarderError.Request when AnotherReplica.IsRefused(http) => CommonProblems.Unavailable,
        ForwarderError.RequestTimedOut => CommonProblems.TookTooLong,
        ForwarderError.RequestBodyClient or ForwarderError.RequestBodyCanceled =>
            IsTooLarge(error.Exception) ? CommonProblems.TooLarge : CommonProblems.Invalid,
        _ => CommonProblems.BrokenOff,
    };

    private static bool IsTooLarge(Exception? exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode == StatusCodes.Status413PayloadTooLarge,
        AggregateException several => several.InnerExceptions.Any(IsTooLarge),
        _ => exception?.InnerException is { } inner && IsTooLarge(inner),
    };
}
