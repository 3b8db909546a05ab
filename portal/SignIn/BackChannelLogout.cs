using Journease.Portal.Sessions;

namespace Journease.Portal.SignIn;

/// <summary>
/// Identity says directly, not by way of a browser, that a session has ended: the person is signed out here too. What makes
/// the request good is the signed token in it; there is no cookie that another site could misuse.
/// </summary>
internal static partial class BackChannelLogout
{
    public static void MapBackChannelLogout(this WebApplication app) =>
        app.MapPost(SignInPaths.BackChannelLogout, HandleAsync).WithName("BackChannelLogout").AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> HandleAsync(
        HttpRequest request, LogoutTokens tokens, EndedSessions ended, ILogger<SignInEvents> logger, CancellationToken ct)
    {
        if (!request.HasFormContentType
            || (await request.ReadFormAsync(ct))["logout_token"] is not [{ Length: > 0 } written]
            || await tokens.ReadAsync(written) is not { } token
            || !await ended.EndAsync(token.Id, token.IdentitySession, ct))
        {
            LogRefused(logger);
            return Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);
        }
        return Results.Ok();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A word that a session has ended was not believed")]
    private static partial void LogRefused(ILogger logger);
}
