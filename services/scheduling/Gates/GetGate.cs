using Journease.Scheduling.Appointments;
using Journease.Scheduling.SessionTypes;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Gates;

/// <summary>A person sees what their next ketamine session still waits for, and what they can do about it.</summary>
internal static class GetGate
{
    /// <param name="Name"><c>booked</c>, <c>confirmed</c> or <c>started</c>.</param>
    /// <param name="Open">True when nothing is missing.</param>
    /// <param name="Missing">What is missing.</param>
    public sealed record Stage(string Name, bool Open, IReadOnlyList<MissingCondition> Missing);

    /// <param name="AppointmentId">The next ketamine session; null when none is booked, and it is as if one were booked now.</param>
    public sealed record Response(Guid ClientId, Guid? AppointmentId, IReadOnlyList<Stage> Stages);

    internal static void MapGetGate(this RouteGroupBuilder gate) =>
        gate.MapGet("/", HandleAsync)
            .Refuses(CommonProblems.NotFound)
            .WithName(nameof(GetGate))
            .WithSummary("What a ketamine session still waits for: one's own, or a client's for those who treat them")
            .RequireAuthorization();

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        Guid? clientId, SchedulingDbContext db, CurrentCaller caller, AuditTrail audit, TimeProvider clock, CancellationToken ct)
    {
        var person = clientId ?? caller.Id;
        audit.About(person);
        // What is missing says something about a person's health: for those who treat them, not for every colleague.
        if (person != caller.Id && !caller.SeesAll() && !await db.HeldBy(caller.Id).AnyAsync(held => held.ClientId == person, ct))
        {
            return CommonProblems.NotFound.Because("You can see your own.");
        }

        var gate = await db.Gates.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person, ct);
        var plan = await NextSessionAsync(db, person, clock.GetUtcNow(), ct);
        var met = GateReading.Met(gate, plan.Plan);
        return TypedResults.Ok(new Response(person, plan.AppointmentId, [.. Enum.GetValues<GateStage>().Select(stage =>
        {
            var missing = GateRules.Missing(stage, met);
            return new Stage(stage.ToString().ToLowerInvariant(), missing.Count == 0, missing.InWords());
        })]));
    }

    private static async Task<(DosingPlan Plan, Guid? AppointmentId)> NextSessionAsync(
        SchedulingDbContext db, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var next = await db.Appointments.AsNoTracking()
            .Where(a => a.ClientId == person && a.SessionType == SessionType.DosingCode && a.EndsAt > now)
            .Where(a => a.Status == AppointmentStatus.Booked || a.Status == AppointmentStatus.Held)
            .OrderBy(a => a.StartsAt).Select(a => new { a.Id, a.StartsAt, a.EndsAt }).FirstOrDefaultAsync(ct);
        if (next is not null)
        {
            return (await DosingPlan.ReadAsync(db, person, next.StartsAt, next.EndsAt, next.Id, ct), next.Id);
        }

        // None booked: the soonest that makes sense is right after the preparations that are planned.
        var plan = await DosingPlan.ReadAsync(db, person, now, now, null, ct);
        var soonest = plan.Preparations.Select(preparation => preparation.EndsAt).Append(now).Max();
        return (plan with { StartsAt = soonest, EndsAt = soonest }, null);
    }
}
