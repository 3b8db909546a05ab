using System.Text;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Journease.Scheduling.BusyTimes;

/// <summary>Reads the linked calendars that are due again, one after another. Runs in every replica.</summary>
internal sealed partial class CalendarRefresh(
    IServiceScopeFactory scopes, CalendarDownload download, IDataProtectionProvider protection, IOptions<SchedulingOptions> options,
    TimeProvider clock, ILogger<CalendarRefresh> logger) : BackgroundService
{
    // Longer than one download takes: nobody else takes up the same calendar meanwhile, and if we die somebody does.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CalendarCheck, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await ReadOneAsync(stoppingToken))
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e.GetType().Name);
            }
        }
    }

    private async Task<bool> ReadOneAsync(CancellationToken ct)
    {
        if (await TakeDueAsync(ct) is not { } due)
        {
            return false;
        }

        var (busy, failure) = await ReadAsync(due, ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchedulingDbContext>();
        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            // Gone when somebody has removed it meanwhile.
            if (await db.BusyCalendars.FromSql($"SELECT * FROM scheduling.busy_calendar WHERE id = {due.Id} FOR UPDATE").SingleOrDefaultAsync(token) is { } calendar)
            {
                var now = clock.GetUtcNow();
                if (failure is { } why)
                {
                    calendar.CouldNotBeRead(why, now, options.Value.CalendarRefresh);
                    LogUnread(calendar.Id, why);
                }
                else
                {
                    calendar.WasRead(now, options.Value.CalendarRefresh);
                    await BusyReading.ReplaceAsync(db, calendar, busy, token);
                }
                await db.SaveChangesAsync(token);
            }
            await transaction.CommitAsync(token);
            return true;
        }, ct);
        return true;
    }

    private async Task<BusyCalendar?> TakeDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchedulingDbContext>();
        var now = clock.GetUtcNow();
        return (await db.BusyCalendars.FromSql($"""
            UPDATE scheduling.busy_calendar SET due_at = {now + Lease} WHERE id =
              (SELECT id FROM scheduling.busy_calendar WHERE due_at <= {now} ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(ct)).SingleOrDefault();
    }

    private async Task<(List<Interval> Busy, CalendarFailure? Failure)> ReadAsync(BusyCalendar calendar, CancellationToken ct)
    {
        var address = new Uri(Encoding.UTF8.GetString(protection.ForLinkOf(calendar.Id).Unprotect(calendar.Address!)));
        var (text, failure) = await download.ReadAsync(address, ct);
        if (text is null)
        {
            return ([], failure);
        }
        try
        {
            return (BusyReading.Read(text, calendar.Zone, clock.GetUtcNow()), null);
        }
        catch (RuleBrokenException)
        {
            return ([], CalendarFailure.NotACalendar);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Calendar {CalendarId} could not be read: {Failure}; what was read before still counts")]
    private partial void LogUnread(Guid calendarId, CalendarFailure failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Due calendars could not be looked for: {Failure}; trying again")]
    private partial void LogFailed(string failure);
}
