using Journease.Notifications.Delivery;
using Journease.Notifications.Messages;
using Journease.Notifications.Preferences;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Journease.Notifications.Appointments;

/// <summary>
/// Looks at reminders when their time comes, in every replica. A reminder is settled in the transaction that records its message,
/// under the appointment's version: of two that look at the same one, the second finds it changed and leaves it.
/// </summary>
internal sealed partial class SendDueReminders(
    IServiceScopeFactory scopes, IOptions<ReminderOptions> options, TimeProvider clock, ILogger<SendDueReminders> logger) : BackgroundService
{
    private const int AtOnce = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await LookAsync(stoppingToken) == AtOnce)
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Identity or the database is away: what is due stays due.
                LogStuck(e.GetType().Name);
            }
        }
    }

    private async Task<int> LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var now = clock.GetUtcNow();
        var due = await db.Appointments.AsNoTracking()
            .SelectMany(appointment => appointment.Reminders, (appointment, reminder) => new { appointment.Id, reminder.Ahead, reminder.Outcome, reminder.LookAt })
            .Where(reminder => reminder.Outcome == null && reminder.LookAt <= now)
            .OrderBy(reminder => reminder.LookAt).Take(AtOnce).Select(reminder => reminder.Id).ToListAsync(ct);
        foreach (var appointment in due.Distinct())
        {
            await DecideAsync(appointment, scope.ServiceProvider, ct);
        }
        return due.Count;
    }

    private async Task DecideAsync(Guid id, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<NotificationsDbContext>();
        var account = await db.Appointments.Where(appointment => appointment.Id == id).Select(appointment => appointment.AccountId).SingleAsync(ct);
        var contact = account is { } person ? await services.GetRequiredService<IdentityClient>().ContactAsync(person, ct) : null;
        try
        {
            await db.InOneTransactionAsync(async (transaction, token) =>
            {
                var appointment = await db.Appointments.SingleAsync(appointment => appointment.Id == id, token);
                await DecideAsync(appointment, contact, db, services.GetRequiredService<Telling>(), token);
                await db.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
                return true;
            }, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another replica has decided, or the appointment has just been moved; whatever is still due is looked at again.
        }
    }

    private async Task DecideAsync(Appointment appointment, Contact? contact, NotificationsDbContext db, Telling telling, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var preference = appointment.AccountId is { } person ? await PreferenceTable.OfAsync(db, person, ct) : null;
        foreach (var reminder in appointment.Reminders.Where(reminder => reminder.Outcome is null && reminder.LookAt <= now))
        {
            if (contact is null || preference is null)
            {
                reminder.Settle(ReminderOutcome.Over, now); // nobody is there any more
            }
            else if (appointment.IsTimeFor(reminder, preference, contact.Zone, now))
            {
                await telling.TellAsync(Message.ToRemind(preference.Id, appointment.Id, appointment.TimeVersion, reminder.Message, now), ct);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reminders that are due could not be looked at, and wait: {Failure}")]
    private partial void LogStuck(string failure);
}
