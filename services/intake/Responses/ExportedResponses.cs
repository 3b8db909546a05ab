using System.Globalization;
using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.Intake.Instruments;
using Journease.Intake.Scoring;
using Journease.PersonExport;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;
using FhirResponse = Hl7.Fhir.Model.QuestionnaireResponse;

namespace Journease.Intake.Responses;

/// <summary>A client's answers, with the scores they were given, for their copy of everything.</summary>
internal sealed class ExportedResponses(IntakeDbContext db, Seals seals, InstrumentCatalogue catalogue) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var responses = await db.Responses.AsNoTracking().Where(response => response.ClientId == subject)
            .OrderBy(response => response.SavedAt).ToListAsync(ct);
        await seals.PrepareAsync(responses, ct);
        foreach (var response in responses)
        {
            if (await seals.OpenAnswersAsync(response, ct) is not { } sheet)
            {
                continue; // no longer kept
            }

            var instrument = catalogue.Of(response.Instrument, response.InstrumentVersion);
            yield return new FhirResponse
            {
                Id = response.Id.ToString(),
                Questionnaire = $"urn:journease:questionnaire:{instrument.Code}|{instrument.Version}",
                Status = response.IsSubmitted
                    ? FhirResponse.QuestionnaireResponseStatus.Completed
                    : FhirResponse.QuestionnaireResponseStatus.InProgress,
                Subject = FhirR4.To(subject),
                AuthoredElement = new FhirDateTime(response.SubmittedAt ?? response.SavedAt),
                Item = [.. instrument.Items.Where(item => sheet[item.Number] is not null).Select(item => ItemOf(item, sheet[item.Number]!.Value))],
            }.Told(
            [
                $"{instrument.Title}, {(response.IsSubmitted ? "sent" : "saved, not sent")} {response.SubmittedAt ?? response.SavedAt:u}.",
                .. instrument.Items.Where(item => sheet[item.Number] is not null)
                    .Select(item => $"{item.Number}. {item.Short}: {Said(instrument, sheet[item.Number]!.Value)}"),
            ]);

            if (await seals.OpenScoreAsync(response, ct) is { } score)
            {
                yield return ScoreOf(subject, response, instrument, score);
            }
        }
    }

    private static FhirResponse.ItemComponent ItemOf(Item item, Answer answer) => new()
    {
        LinkId = item.Number.ToString(CultureInfo.InvariantCulture),
        Text = item.Short,
        Answer =
        [
            new FhirResponse.AnswerComponent
            {
                Value = answer.Value is { } value ? new Integer(value) : new FhirString("declined"),
            },
        ],
    };

    private static Observation ScoreOf(Guid subject, QuestionnaireResponse response, Instrument instrument, Score score) => new Observation
    {
        // One score for each response: derived, so that a second copy says the same.
        Id = DerivedId.Of(response.Id, "score").ToString(),
        Status = ObservationStatus.Final,
        Code = new CodeableConcept(instrument.Total.System, instrument.Total.Code, $"{instrument.Title}: score, rule version {score.RuleVersion}"),
        Subject = FhirR4.To(subject),
        Effective = new FhirDateTime(response.SubmittedAt!.Value),
        DerivedFrom = [FhirR4.To(response.Id)],
        Value = score.Total is { } total ? new Integer(total) : null,
        DataAbsentReason = score.Total is null ? FhirR4.Called("Too many answers are missing.") : null,
    }.Told(
        score.Total is { } sum
            ? $"Score of {instrument.Title}: {sum}{(score.Band is { } band ? $" ({band})" : "")}. A score is not a diagnosis."
            : $"Score of {instrument.Title}: none, too many answers are missing.");

    private static string Said(Instrument instrument, Answer answer) => answer.Value is { } value
        ? $"{instrument.Options.Single(option => option.Value == value).Label} ({value})"
        : "I would rather say it in person.";
}
