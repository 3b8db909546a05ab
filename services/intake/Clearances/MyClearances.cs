using System.Globalization;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.Clearances;

/// <summary>A client sees, in plain words, whether ketamine sessions can be booked and until when. No scores, no labels.</summary>
internal static class MyClearances
{
    /// <summary>To the person a withdrawn clearance is "on hold".</summary>
    public enum State
    {
        InForce,
        OnHold,
        Ended,
    }

    public sealed record Response(string Words, IReadOnlyList<Line> Clearances);

    public sealed record Line(Guid ClearanceId, string Covers, State State, int Sessions, DateTimeOffset From, DateTimeOffset Until, string Words);

    internal static void MapMyClearances(this RouteGroupBuilder clearances) =>
        clearances.MapGet("/mine", HandleAsync)
            .WithName(nameof(MyClearances))
            .AboutCaller()
            .WithSummary("My clearances in plain words");

    internal static async Task<Ok<Response>> HandleAsync(IntakeDbContext db, CurrentCaller caller, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var clearances = await db.Clearances.AsNoTracking()
            .Where(clearance => clearance.ClientId == caller.Id)
            .OrderByDescending(clearance => clearance.GrantedAt)
            .ToListAsync(ct);
        var lines = clearances.Select(clearance => Of(clearance, now)).ToList();
        return TypedResults.Ok(new Response(
            lines.Count == 0 ? "No decision about ketamine sessions has been made yet. A prescriber looks at your answers first." : lines[0].Words,
            lines));
    }

    private static Line Of(Clearance clearance, DateTimeOffset now)
    {
        var state = clearance.WithdrawnAt is not null ? State.OnHold : clearance.ExpiresAt <= now ? State.Ended : State.InForce;
        var words = state switch
        {
            State.InForce => $"You are cleared for up to {clearance.MaximumSessions} ketamine sessions until {clearance.ExpiresAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.",
            State.OnHold => "Your ketamine sessions are on hold. Your prescriber will speak with you about what comes next.",
            State.Ended => "Your clearance has ended. Before further ketamine sessions a prescriber looks at how you are.",
            _ => throw new InvalidOperationException("There are three states."),
        };
        return new Line(clearance.Id, "Ketamine sessions", state, clearance.MaximumSessions, clearance.GrantedAt, clearance.ExpiresAt, words);
    }
}
