using System.Text.Json;
using Journease.Intake.Scoring;
using Journease.Sealing;

namespace Journease.Intake.Responses;

/// <summary>Answers and scores, each one value under the client's record key.</summary>
internal static class SealedAnswers
{
    public static Task<Sealed> SealAnswersAsync(this Seals seals, QuestionnaireResponse response, AnswerSheet sheet, CancellationToken ct) =>
        seals.SealAsync(response.ClientId, KeyPurpose.Record, AnswersOf(response), sheet.ToBytes(), ct);

    /// <summary>Null where nothing was saved yet, or it is no longer kept.</summary>
    public static async Task<AnswerSheet?> OpenAnswersAsync(this Seals seals, QuestionnaireResponse response, CancellationToken ct) =>
        response.Answers is { } answers && await seals.OpenBytesAsync(response.ClientId, KeyPurpose.Record, AnswersOf(response), answers, ct) is { } bytes
            ? AnswerSheet.FromBytes(bytes)
            : null;

    public static Task<Sealed> SealScoreAsync(this Seals seals, QuestionnaireResponse response, Score score, CancellationToken ct) =>
        seals.SealAsync(response.ClientId, KeyPurpose.Record, ScoreOf(response), JsonSerializer.SerializeToUtf8Bytes(score), ct);

    /// <summary>Null until submitted, or where it is no longer kept.</summary>
    public static async Task<Score?> OpenScoreAsync(this Seals seals, QuestionnaireResponse response, CancellationToken ct) =>
        response.Score is { } score && await seals.OpenBytesAsync(response.ClientId, KeyPurpose.Record, ScoreOf(response), score, ct) is { } bytes
            ? JsonSerializer.Deserialize<Score>(bytes)
            : null;

    /// <summary>Reads the keys of many responses at once.</summary>
    public static Task PrepareAsync(this Seals seals, IEnumerable<QuestionnaireResponse> responses, CancellationToken ct) =>
        seals.PrepareAsync(responses.SelectMany(response => new[] { response.Answers, response.Score }), ct);

    private static SealedPlace AnswersOf(QuestionnaireResponse response) => new("questionnaire_response", "answers", response.Id);

    private static SealedPlace ScoreOf(QuestionnaireResponse response) => new("questionnaire_response", "score", response.Id);
}
