using System.Net.Sockets;
using MassTransit;
using RabbitMQ.Client.Exceptions;

namespace Journease.Messaging.Dispatch;

/// <summary>Tells "nobody can be reached" from "this message is refused": the first is nobody's fault and costs no attempt.</summary>
internal static class BrokerAway
{
    private const int FirstRefusal = 400;
    private const int LastRefusal = 499;

    public static bool Says(Exception e) => Chain(e).Any(cause => cause switch
    {
        // 404, 406 and the like: the broker is there and does not want it.
        OperationInterruptedException { ShutdownReason.ReplyCode: >= FirstRefusal and <= LastRefusal } => false,
        OperationInterruptedException or BrokerUnreachableException => true,
        ConnectionException or OperationCanceledException or TimeoutException => true,
        SocketException or IOException or ObjectDisposedException => true,
        _ => false,
    });

    /// <summary>Type and code; texts may quote what they were given.</summary>
    public static string CodeOf(Exception e) => string.Join(" <- ", Chain(e).Select(cause => cause switch
    {
        OperationInterruptedException { ShutdownReason: { } reason } => $"{cause.GetType().Name} {reason.ReplyCode}",
        Npgsql.PostgresException postgres => $"{cause.GetType().Name} {postgres.SqlState}",
        _ => cause.GetType().Name,
    }));

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
