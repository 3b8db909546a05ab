using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Messaging.Inbox;

/// <summary>Failures that another try may not meet again.</summary>
internal static class Transient
{
    public static bool Is(Exception e) => Chain(e).Any(cause => cause switch
    {
        NpgsqlException { IsTransient: true } => true,
        DbUpdateConcurrencyException or TimeoutException or HttpRequestException => true,
        _ => false,
    });

    /// <summary>The database cannot be reached, or says that it is going down or coming up.</summary>
    public static bool IsDatabaseAway(Exception e) => Chain(e).Any(cause => cause switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections,
        NpgsqlException { IsTransient: true } => true,
        _ => false,
    });

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
