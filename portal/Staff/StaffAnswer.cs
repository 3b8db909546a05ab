using System.Net;
using System.Text.Json;

namespace Journease.Portal.Staff;

/// <summary>How an act went. A refusal comes with the platform's own words for it, which are made to be shown.</summary>
/// <param name="State">What happened.</param>
/// <param name="Sentence">Why it was refused; null otherwise.</param>
/// <param name="AccountId">The account that is there already, where that is the reason.</param>
internal sealed record StaffAnswer(StaffAnswerState State, string? Sentence = null, Guid? AccountId = null)
{
    public static async Task<StaffAnswer> OfAsync(HttpResponseMessage? response, CancellationToken ct) => response switch
    {
        null => new(StaffAnswerState.Away),
        { IsSuccessStatusCode: true } => new(StaffAnswerState.Done),
        { StatusCode: HttpStatusCode.Unauthorized } => new(StaffAnswerState.SignedOut),
        { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests } => new(StaffAnswerState.Away),
        _ => await RefusedAsync(response, ct),
    };

    /// <summary>The status and the sentence of the page that says that it did not work.</summary>
    public (int Status, string Sentence) Shown(string away) => State == StaffAnswerState.Refused && Sentence is { Length: > 0 }
        ? (StatusCodes.Status422UnprocessableEntity, Sentence)
        : (StatusCodes.Status503ServiceUnavailable, away);

    private static async Task<StaffAnswer> RefusedAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<Problem>(ct);
            string?[] sentences = [problem?.Title, problem?.Detail, .. problem?.Errors?.Values.SelectMany(error => error) ?? []];
            return new(StaffAnswerState.Refused, string.Join(' ', sentences.OfType<string>().Distinct()), problem?.AccountId);
        }
        catch (JsonException)
        {
            return new(StaffAnswerState.Away);
        }
    }

    private sealed record Problem(string? Title, string? Detail, IReadOnlyDictionary<string, string[]>? Errors, Guid? AccountId);
}

internal enum StaffAnswerState
{
    Done,
    Refused,

    /// <summary>The person's sign-in has ended.</summary>
    SignedOut,
    Away,
}
