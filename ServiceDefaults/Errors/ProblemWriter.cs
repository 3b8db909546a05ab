using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Journease.ServiceDefaults.Errors;

/// <summary>Writes problem documents whatever the caller says it accepts: the framework's own writer falls silent, or to plain text, for <c>text/html</c>.</summary>
internal sealed class ProblemWriter(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var details = context.ProblemDetails;
        var response = context.HttpContext.Response;
        details.Status ??= response.StatusCode;
        options.Value.CustomizeProblemDetails?.Invoke(context);
        return new(response.WriteAsJsonAsync(details, details.GetType(), options: null, contentType: "application/problem+json", context.HttpContext.RequestAborted));
    }
}
