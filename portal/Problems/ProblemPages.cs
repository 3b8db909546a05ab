using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Portal.Problems;

/// <summary>Says a problem as a page in words where a browser asks; programs get the problem document.</summary>
internal sealed class ProblemPages : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) =>
        context.HttpContext.Request.GetTypedHeaders().Accept.Any(accept => accept.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        // A renderer of its own: the request's may be the one that failed.
        var services = http.RequestServices;
        await using var scope = services.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<ProblemDocument>(new { Status = status }) { StatusCode = status }.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }
}

internal static class ProblemPagesSetUp
{
    public static void AddProblemPages(this IServiceCollection services) => services.AddSingleton<IProblemDetailsWriter, ProblemPages>();
}
