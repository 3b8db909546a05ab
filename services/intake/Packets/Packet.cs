using Journease.Intake.Instruments;
using Journease.Intake.Responses;
using Journease.Intake.Reviews;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Packets;

internal enum PacketState
{
    NotStarted,
    InProgress,
    ReadyToSubmit,
    InReview,
    Decided,
}

/// <summary>One questionnaire of the packet and the response that counts for it: the one saved last.</summary>
internal sealed record PacketPart(Instrument Instrument, QuestionnaireResponse? Response, AnswerSheet? Sheet)
{
    public IReadOnlyList<int> OpenItems =>
        Sheet is null ? [.. Instrument.Items.Select(item => item.Number)] : Sheet.OpenItems(Instrument);

    public bool IsComplete => Sheet is not null && OpenItems.Count == 0;
}

/// <summary>Where a client stands with the questionnaires that come before the review.</summary>
internal sealed record Packet(IReadOnlyList<PacketPart> Parts, Review? LastReview)
{
    public bool InReview => LastReview is { DecidedAt: null };

    public PacketState State =>
        InReview ? PacketState.InReview
        : Parts.All(part => part.IsComplete) ? PacketState.ReadyToSubmit
        : Parts.Any(part => part.Response is not null) ? PacketState.InProgress
        : LastReview is not null ? PacketState.Decided
        : PacketState.NotStarted;

    /// <summary>While a review waits, the submitted responses; otherwise what was saved since the last submission.</summary>
    public static async Task<Packet> OfAsync(
        Guid clientId, IntakeDbContext db, Seals seals, InstrumentCatalogue catalogue, CancellationToken ct)
    {
        var last = await db.Reviews.Where(review => review.ClientId == clientId)
            .OrderByDescending(review => review.SubmittedAt).FirstOrDefaultAsync(ct);
        var inReview = last is { DecidedAt: null };
        var since = last?.SubmittedAt ?? DateTimeOffset.MinValue;
        List<Guid> submitted = last?.ResponseIds ?? [];
        var responses = await db.Responses
            .Where(response => response.ClientId == clientId)
            .Where(response => inReview ? submitted.Contains(response.Id) : response.SubmittedAt == null && response.SavedAt > since)
            .ToListAsync(ct);

        var parts = new List<PacketPart>();
        foreach (var instrument in catalogue.Packet)
        {
            var response = responses.Where(response => response.Instrument == instrument.Code && response.InstrumentVersion == instrument.Version)
                .MaxBy(response => (response.SavedAt, response.Id));
            parts.Add(new PacketPart(instrument, response, response is null ? null : await seals.OpenAnswersAsync(response, ct)));
        }
        return new Packet(parts, last);
    }
}
