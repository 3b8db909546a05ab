using Journease.Identity.Accounts;
using Journease.Identity.Mail;
using Journease.Identity.Sessions;
using Journease.Sealing;
using Journease.Sealing.DataKeys;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Journease.Identity.Closing;

/// <summary>Closes the accounts whose time has come, one transaction each; replicas share the work.</summary>
internal sealed partial class CloseDueAccounts(
    IServiceScopeFactory scopes, IOptions<ClosingOptions> options, TimeProvider clock, ILogger<CloseDueAccounts> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await CloseOneAsync(stoppingToken) is { } account)
                {
                    LogClosed(account);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e.GetType().Name);
            }
        }
    }

    private async Task<Guid?> CloseOneAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<IdentityDbContext>();
        return await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var now = clock.GetUtcNow();
            var due = await db.Accounts.FromSql(
                $"SELECT * FROM identity.account WHERE closes_at <= {now} AND closed_at IS NULL ORDER BY closes_at LIMIT 1 FOR UPDATE SKIP LOCKED").ToListAsync(token);
            if (due.SingleOrDefault() is not { } account)
            {
                return (Guid?)null;
            }
            await CloseAsync(account, services, db, token);
            await transaction.CommitAsync(token);
            return account.Id;
        }, ct);
    }

    private async Task CloseAsync(Account account, IServiceProvider services, IdentityDbContext db, CancellationToken ct)
    {
        // The last letter has an owner of its own: the person's key is gone before it is sent.
        if (await services.GetRequiredService<AccountDetails>().OpenAsync(account, ct) is { } person)
        {
            var letter = ClosingLetters.Closed(person.Email);
            await services.GetRequiredService<LetterBox>().PutAsync(Guid.CreateVersion7(), "account-closed", letter, ct);
        }

        account.Close(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await db.Credentials.Where(credential => credential.Id == account.Id).ExecuteDeleteAsync(ct);
        await db.Passkeys.Where(passkey => passkey.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await db.AuthenticatorApps.Where(app => app.Id == account.Id).ExecuteDeleteAsync(ct);
        await db.RecoveryCodes.Where(code => code.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await db.SignInLinks.Where(link => link.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await db.RequestedAccounts.Where(requested => requested.Id == account.Id).ExecuteDeleteAsync(ct);

        await services.GetRequiredService<OpenSessions>().RevokeAllAsync(account.Id, ct);
        await services.GetRequiredService<ForgottenKeys>().DestroyAsync(account.Id, KeyPurpose.Personal, ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} is closed")]
    private partial void LogClosed(Guid account);

    [LoggerMessage(Level = LogLevel.Error, Message = "An account could not be closed; it will be tried again: {Failure}")]
    private partial void LogFailed(string failure);
}
