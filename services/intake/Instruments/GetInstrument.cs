using Journease.Intake.Safety;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Journease.Intake.Instruments;

/// <summary>One questionnaire as it can be shown: items, answers, and, before a safety question, who reads the answer.</summary>
internal static class GetInstrument
{
    public sealed record Response(
        string Code, int Version, string Title, string About, string Window, Coding Panel, Coding Total, bool ExactWordingLoaded,
        string Wording, string Licence, int ScoringVersion, IReadOnlyList<AnswerOption> Options, IReadOnlyList<Question> Items);

    /// <summary>An item; a safety item carries what the person must have read before answering it.</summary>
    public sealed record Question(int Number, string Short, Coding Code, SafetyNotice? Safety);

    internal static void MapGetInstrument(this RouteGroupBuilder instruments) =>
        instruments.MapGet("/{code}", Handle)
            .Refuses(InstrumentProblems.Unknown)
            .WithName(nameof(GetInstrument))
            .WithSummary("One questionnaire in its current version")
            .ProducesProblem(StatusCodes.Status404NotFound);

    internal static Results<Ok<Response>, ProblemHttpResult> Handle(
        string code, InstrumentCatalogue catalogue, IOptions<IntakeOptions> options, HttpResponse http)
    {
        if (catalogue.Current(code) is not { } instrument)
        {
            return InstrumentProblems.Unknown.Because("Ask for one of the codes in the list of instruments.");
        }

        http.SetEtag(instrument.Version);
        return TypedResults.Ok(new Response(
            instrument.Code, instrument.Version, instrument.Title, instrument.About, instrument.Window, instrument.Panel,
            instrument.Total, instrument.ExactWordingLoaded,
            instrument.ExactWordingLoaded
                ? "The exact wording of the questionnaire."
                : "Short descriptions in our own words, not the wording of the questionnaire.",
            instrument.Licence, instrument.Scoring.Version, instrument.Options,
            instrument.Items.Select(item => new Question(
                item.Number, item.Short, item.Code, item.Number == instrument.SafetyItem ? SafetyNotice.Before(options.Value) : null)).ToList()));
    }
}
