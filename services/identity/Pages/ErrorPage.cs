using OpenIddict.Abstractions;

namespace Journease.Identity.Pages;

/// <summary>What a person reads when a client sent them here with a request that cannot be answered.</summary>
internal static class ErrorPage
{
    public static IResult Because(string error) => new Answer(error switch
    {
        OpenIddictConstants.Errors.ServerError or OpenIddictConstants.Errors.TemporarilyUnavailable => "Something went wrong on our side. Please go back and try again in a moment.",
        _ => "The page or app that sent you here asked for something that we cannot answer. Please go back to it and start again.",
    }, error);

    private sealed class Answer(string sentence, string code) : IResult
    {
        public Task ExecuteAsync(HttpContext http) =>
            http.Page<RefusedPage>(new { Sentence = sentence, Code = code }, StatusCodes.Status400BadRequest).ExecuteAsync(http);
    }
}
