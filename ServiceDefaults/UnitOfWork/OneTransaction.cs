using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Journease.ServiceDefaults.UnitOfWork;

public static class OneTransaction
{
    /// <summary>
    /// Runs work in one transaction and runs the whole of it again when the database says that another try may succeed
    /// (deadlock, lost connection). The work commits; what it does not commit is rolled back.
    /// </summary>
    public static Task<T> InOneTransactionAsync<T>(
        this DbContext db, Func<IDbContextTransaction, CancellationToken, Task<T>> work, CancellationToken ct) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            return await work(transaction, token);
        }, ct);
}
