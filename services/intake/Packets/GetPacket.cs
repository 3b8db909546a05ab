using Journease.Intake.Instruments;
using Journease.Intake.Safety;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Journease.Intake.Packets;

/// <summary>A client sees where they are with the intake, what comes next, who does it and how long it takes.</summary>
internal static class GetPacket
{
    public sealed record Response(
        PacketState State, IReadOnlyList<Line> Instruments, DateTimeOffset? SubmittedAt, NextStep Next, SafetyNotice Safety);

    /// <param name="ResponseId">The response to go on with; null: make an id and start.</param>
    /// <param name="Available">False while the practice has not loaded the exact wording.</param>
    public sealed record Line(
        string Instrument, int Version, string Title, string About, Guid? ResponseId, int Answered, int Items, bool Complete, bool Submitted,
        bool Available);

    internal static void MapGetPacket(this RouteGroupBuilder packet) =>
        packet.MapGet("/", HandleAsync)
            .WithName(nameof(GetPacket))
            .WithSummary("Where I am with the intake and what comes next");

    internal static async Task<Ok<Response>> HandleAsync(
        IntakeDbContext db, Seals seals, InstrumentCatalogue catalogue, IOptions<IntakeOptions> options, CurrentCaller caller, CancellationToken ct)
    {
        var packet = await Packet.OfAsync(caller.Id, db, seals, catalogue, ct);
        return TypedResults.Ok(new Response(
            packet.State,
            [.. packet.Parts.Select(part => new Line(
                part.Instrument.Code, part.Instrument.Version, part.Instrument.Title, part.Instrument.About, part.Response?.Id,
                part.Response?.AnsweredCount ?? 0, part.Instrument.Items.Count, part.IsComplete, part.Response?.IsSubmitted ?? false,
                part.Instrument.ExactWordingLoaded || options.Value.AssignWithoutExactWording))],
            packet.LastReview?.SubmittedAt,
            NextStep.After(packet.State, options.Value),
            SafetyNotice.Before(options.Value)));
    }
}
