using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.OpenApi;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Journease.Scheduling.Appointments;

/// <summary>An appointment will not take place: the person says so in time, or staff say so with a reason.</summary>
internal static class CancelAppointment
{
    public sealed record Request(CancelReason? Reason = null);

    internal static void MapCancelAppointment(this RouteGroupBuilder appointments) =>
        appointments.MapPost("/{id:guid}/cancel", HandleAsync)
            .Refuses(AppointmentProblems.TooLateToCancel, AppointmentProblems.ReasonMissing, AppointmentProblems.NotOpen)
            .WithName(nameof(CancelAppointment))
            .WithSummary("Cancel an appointment; staff give a reason")
            .RequireAuthorization()
            .RequireIdempotencyKey();

    internal static async Task<Results<Ok<GetAppointment.Response>, ProblemHttpResult>> HandleAsync(
        Guid id, Request? request, SchedulingDbContext db, CurrentCaller caller, AuditTrail audit, HttpResponse response,
        IOptions<SchedulingOptions> policy, TimeProvider clock, CancellationToken ct)
    {
        if (await db.LockVisibleAsync(id, caller, ct) is not { } appointment)
        {
            return CommonProblems.NotFound.Because("You have no appointment with this id.");
        }

        audit.About(appointment.ClientId);
        if (appointment.ClientId == caller.Id)
        {
            appointment.CancelByClient(clock.GetUtcNow(), policy.Value.NoticeToCancel);
        }
        else
        {
            appointment.CancelByStaff(clock.GetUtcNow(), request?.Reason);
        }
        await db.SaveChangesAsync(ct);
        response.SetEtag(appointment);
        return TypedResults.Ok(await db.DescribeAsync(appointment, ct));
    }
}
