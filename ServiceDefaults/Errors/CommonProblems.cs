namespace Journease.ServiceDefaults.Errors;

/// <summary>The refusals that every service shares. A feature with refusals of its own has a <c>…Problems</c> class beside its acts.</summary>
public static class CommonProblems
{
    public static readonly ProblemType Invalid = new("invalid", 400, "Something in the request is not right.");
    public static readonly ProblemType NotSignedIn = new("not-signed-in", 401, "Please sign in.");
    public static readonly ProblemType NotAllowed = new("not-allowed", 403, "You may not do this.");
    public static readonly ProblemType NotFound = new("not-found", 404, "There is nothing here, or it is not yours.");
    public static readonly ProblemType MethodNotAllowed = new("method-not-allowed", 405, "This address does not do that.");
    public static readonly ProblemType Conflict = new("conflict", 409, "Somebody was faster. Please look again and retry.");
    public static readonly ProblemType Forgotten = new("forgotten", 410, "This is no longer kept.");
    public static readonly ProblemType VersionStale = new("version-stale", 412, "It has changed since you read it. Please read it again.");
    public static readonly ProblemType TooLarge = new("too-large", 413, "The request is too large.");
    public static readonly ProblemType UnsupportedMediaType = new("unsupported-media-type", 415, "The request must be JSON.");
    public static readonly ProblemType KeyReused = new("idempotency-key-reused", 422, "This Idempotency-Key was used for another request.");
    public static readonly ProblemType VersionMissing = new("version-missing", 428, "Say which version you are changing, with If-Match.");
    public static readonly ProblemType TooManyRequests = new("too-many-requests", 429, "Too many requests. Please wait a moment.");
    public static readonly ProblemType Unexpected = new("unexpected", 500, "Something went wrong on our side.");
    public static readonly ProblemType BrokenOff = new("broken-off", 502, "The connection inside broke off. Please try again.");
    public static readonly ProblemType Unavailable = new("unavailable", 503, "This part is not available right now. Please try again shortly.");
    public static readonly ProblemType TookTooLong = new("took-too-long", 504, "This took too long. Please try again.");

    private static readonly Dictionary<int, ProblemType> ByStatus = typeof(CommonProblems).GetFields()
        .Select(field => (ProblemType)field.GetValue(null)!)
        .ToDictionary(problem => problem.Status);

    /// <summary>The common problem of a bare HTTP status, or null where there is none.</summary>
    public static ProblemType? ForStatus(int status) => ByStatus.GetValueOrDefault(status);
}
