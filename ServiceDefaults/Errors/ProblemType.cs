using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.ServiceDefaults.Errors;

/// <summary>A kind of refusal that clients can tell apart by its code (RFC 9457).</summary>
/// <param name="Code">Stable, lower-case with hyphens; part of the API.</param>
/// <param name="Status">The HTTP status it is sent with.</param>
/// <param name="Title">One sentence that may be shown to the person.</param>
public sealed record ProblemType(string Code, int Status, string Title)
{
    /// <summary>The value of <c>type</c> in the problem document.</summary>
    public string Uri => "urn:journease:problem:" + Code;

    /// <summary>The answer to return when an act refuses.</summary>
    /// <param name="detail">What was wrong and what to do; never anything that the person wrote.</param>
    /// <param name="extensions">Further members, for example the nearest alternatives.</param>
    public ProblemHttpResult Because(string detail, IDictionary<string, object?>? extensions = null) =>
        TypedResults.Problem(detail, statusCode: Status, title: Title, type: Uri, extensions: extensions);

    /// <summary>The exception to throw when an entity refuses; it becomes the same answer.</summary>
    /// <param name="detail">What was wrong and what to do; never anything that the person wrote.</param>
    /// <param name="field">The field of the request that it concerns, in camel case.</param>
    public RuleBrokenException Broken(string detail, string? field = null) => new(this, detail, field);
}
