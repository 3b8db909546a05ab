using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Intake.Instruments;

/// <summary>Which questionnaires there are, in their current versions.</summary>
internal static class ListInstruments
{
    public sealed record Response(IReadOnlyList<Line> Instruments);

    public sealed record Line(string Code, int Version, string Title, string About, string Window, int Items, bool ExactWordingLoaded);

    internal static void MapListInstruments(this RouteGroupBuilder instruments) =>
        instruments.MapGet("/", Handle)
            .WithName(nameof(ListInstruments))
            .WithSummary("The questionnaires in their current versions");

    internal static Ok<Response> Handle(InstrumentCatalogue catalogue) => TypedResults.Ok(new Response(
        catalogue.AllCurrent.Select(instrument => new Line(
            instrument.Code, instrument.Version, instrument.Title, instrument.About, instrument.Window, instrument.Items.Count,
            instrument.ExactWordingLoaded)).ToList()));
}
