using Journease.Scheduling.Slots;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.Appointments;

/// <summary>Places an appointment with people and things that are free, and looks again when somebody was faster.</summary>
internal static class Placing
{
    // With so few tries a loser is told quickly; each one looks again at who and what is free.
    private const int Tries = 4;
    private const string BeforePlacing = "before_placing";

    /// <param name="db">The database, in the act's transaction.</param>
    /// <param name="wish">What is to be placed.</param>
    /// <param name="place">Books or moves the appointment to these people and things.</param>
    /// <param name="ct">Ends the wait for rivals.</param>
    /// <returns>Null when nobody is free; what was given back for it is then taken as before.</returns>
    public static async Task<Appointment?> TryAsync(SchedulingDbContext db, Wish wish, Func<Assignment, Task<Appointment>> place, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction!;
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await Staffing.FindAsync(db, wish, ct) is not { } assignment)
            {
                return null;
            }

            // What follows the savepoint, locks included, is given back when somebody was faster.
            await transaction.CreateSavepointAsync(BeforePlacing, ct);
            var appointment = await place(assignment);
            await NoDoubleBooking.TakeTurnsAsync(db, appointment, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                return appointment;
            }
            catch (DbUpdateException e) when (NoDoubleBooking.RefusedThis(e))
            {
                await transaction.RollbackToSavepointAsync(BeforePlacing, ct);
                db.ChangeTracker.Clear();
            }
        }
        return null;
    }
}
