using System.ComponentModel.DataAnnotations;
using Journease.Scheduling.Gates;
using Journease.Scheduling.SessionTypes;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Journease.Scheduling.Appointments;

/// <summary>A person books a free time, or a coordinator books it for them; a ketamine session only past the gate.</summary>
internal static class BookAppointment
{
    public sealed record Request(
        [Required, StringLength(64, MinimumLength = 1)] string SessionType,
        DateTimeOffset StartsAt, Guid? PractitionerId = null, Guid? ClientId = null);

    internal static void MapBookAppointment(this RouteGroupBuilder appointments) =>
        appointments.MapPost("/", HandleAsync)
            .Refuses(
                AppointmentProblems.ForWhom, AppointmentProblems.ArrangedByPractice, AppointmentProblems.OutsideBookingTime,
                AppointmentProblems.ClientBusy, AppointmentProblems.OutsideWorkingTime, AppointmentProblems.SlotTaken,
                GateProblems.NotCleared, SessionTypeProblems.Unknown, SessionTypeProblems.InformationOnly)
            .WithName(nameof(BookAppointment))
            .WithSummary("Book a free time for oneself, or as a coordinator for a client")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Client, Roles.Coordinator))
            .RequireIdempotencyKey();

    internal static async Task<Results<Created<GetAppointment.Response>, ProblemHttpResult>> HandleAsync(
        Request request, SchedulingDbContext db, CurrentCaller caller, AuditTrail audit, IOptions<SchedulingOptions> policy, TimeProvider clock, CancellationToken ct)
    {
        var type = await db.SessionTypes.NamedAsync(request.SessionType, ct);
        var clientId = BookingRules.ClientOf(request, type, caller);
        audit.About(clientId);
        var startsAt = request.StartsAt.ToUniversalTime();
        BookingRules.RequireBookable(startsAt, clock.GetUtcNow(), policy.Value);

        // The gate row stays locked until commit, and comes before any appointment: a withdrawal waits for us, or we see it.
        if (type.IsDosing && await GateDecision.MissingAsync(db, GateStage.Booked, clientId, startsAt, startsAt + type.Length, null, ct) is { Count: > 0 } missing)
        {
            return GateProblems.Because(missing);
        }

        var wish = new Wish(type, startsAt, request.PractitionerId, clientId);
        var booked = await Placing.TryAsync(db, wish, assignment =>
            Task.FromResult(db.Appointments.Add(Appointment.Book(clientId, type, startsAt, assignment)).Entity), ct);
        return booked is not null
            ? TypedResults.Created($"/scheduling/v1/appointments/{booked.Id}", await db.DescribeAsync(booked, ct))
            : await Staffing.RefuseAsync(db, wish, clock.GetUtcNow(), policy.Value, ct);
    }
}
