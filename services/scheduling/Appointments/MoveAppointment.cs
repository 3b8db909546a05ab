using Journease.Scheduling.Gates;
using Journease.Scheduling.SessionTypes;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Journease.Scheduling.Appointments;

/// <summary>
/// An appointment takes place at another free time: the person moves it while there is time, a coordinator at any time
/// before it begins. Either the new time is taken and the former one free, or nothing has changed.
/// </summary>
internal static class MoveAppointment
{
    /// <param name="StartsAt">The new start.</param>
    /// <param name="PractitionerId">Left out, it stays with the same person where one person holds it.</param>
    public sealed record Request(DateTimeOffset StartsAt, Guid? PractitionerId = null);

    internal static void MapMoveAppointment(this RouteGroupBuilder appointments) =>
        appointments.MapPut("/{id:guid}/time", HandleAsync)
            .Refuses(
                AppointmentProblems.OutsideBookingTime, AppointmentProblems.TooLateToMove, AppointmentProblems.NotOpen,
                AppointmentProblems.ClientBusy, AppointmentProblems.OutsideWorkingTime, AppointmentProblems.SlotTaken,
                AppointmentProblems.NeededBefore, GateProblems.NotCleared)
            .WithName(nameof(MoveAppointment))
            .WithSummary("Move an appointment to another free time")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Client, Roles.Coordinator))
            .RequireIfMatch();

    internal static async Task<Results<Ok<GetAppointment.Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request request, IfMatch ifMatch, SchedulingDbContext db, CurrentCaller caller, AuditTrail audit, HttpResponse response,
        IOptions<SchedulingOptions> policy, TimeProvider clock, CancellationToken ct)
    {
        if (await db.VisibleTo(caller).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } seen)
        {
            return CommonProblems.NotFound.Because("You have no appointment with this id.");
        }

        audit.About(seen.ClientId);
        var type = await db.SessionTypes.NamedAsync(seen.SessionType, ct);
        var startsAt = request.StartsAt.ToUniversalTime();
        BookingRules.RequireBookable(startsAt, clock.GetUtcNow(), policy.Value);

        // The gate first, then the appointment: the same order as everywhere.
        if (type.IsDosing && await GateDecision.MissingAsync(db, GateStage.Booked, seen.ClientId, startsAt, startsAt + type.Length, id, ct) is { Count: > 0 } missing)
        {
            return GateProblems.Because(missing);
        }
        if (type.Code == SessionType.PreparationCode)
        {
            await db.Gates.LockAsync(seen.ClientId, ct);
        }
        var appointment = (await db.LockVisibleAsync(id, caller, ct))!;
        ifMatch.Require(appointment);
        appointment.RequireMovable(appointment.ClientId == caller.Id, clock.GetUtcNow(), policy.Value.NoticeToCancel);

        var practitioner = request.PractitionerId ?? (appointment.PractitionerIds.ToList() is [var only] ? only : null);
        // Its former time is free for it, and for nobody else until we commit.
        await db.Database.ExecuteSqlAsync($"DELETE FROM scheduling.claim WHERE appointment_id = {id}", ct);
        db.ChangeTracker.Clear();
        var wish = new Wish(type, startsAt, practitioner, seen.ClientId);
        var moved = await Placing.TryAsync(db, wish, async assignment =>
        {
            var moving = await db.Appointments.SingleAsync(a => a.Id == id, ct);
            moving.Move(type, startsAt, assignment);
            return moving;
        }, ct);
        if (moved is null)
        {
            return await Staffing.RefuseAsync(db, wish, clock.GetUtcNow(), policy.Value, ct);
        }
        if (type.Code == SessionType.PreparationCode && await GateDecision.LeavesOneUnpreparedAsync(db, seen.ClientId, clock.GetUtcNow(), ct))
        {
            return AppointmentProblems.NeededBefore.Because("A ketamine session needs a preparation before it. Choose an earlier time, or move that session first.");
        }
        response.SetEtag(moved);
        return TypedResults.Ok(await db.DescribeAsync(moved, ct));
    }
}
