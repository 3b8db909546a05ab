using Journease.Sealing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Mail;

/// <summary>A letter that this process may send now.</summary>
internal sealed record ClaimedMail(Guid Id, Guid OwnerId, string Kind, byte[] Content, int Attempts, int Interruptions);

/// <summary>The sender's statements on table <c>mail</c>. Replicas skip what another has taken.</summary>
internal sealed class MailQueue(IdentityDbContext db, TimeProvider clock)
{
    /// <summary>
    /// Takes letters and counts the try before it is made, so that a letter which brings the process down is not tried for
    /// ever. One whose claim has run out may have been sent by whoever died.
    /// </summary>
    public Task<List<ClaimedMail>> ClaimAsync(int most, TimeSpan claimedFor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.InOneTransactionAsync(async (transaction, token) =>
        {
            var claimed = await db.Database.SqlQuery<ClaimedMail>($"""
                UPDATE identity.mail SET
                  attempts = attempts + 1,
                  interruptions = interruptions + CASE WHEN claimed_until IS NULL THEN 0 ELSE 1 END,
                  claimed_until = {now + claimedFor}
                WHERE id IN (
                  SELECT id FROM identity.mail
                  WHERE sent_at IS NULL AND given_up_at IS NULL AND available_at <= {now} AND (claimed_until IS NULL OR claimed_until <= {now})
                  ORDER BY available_at LIMIT {most} FOR UPDATE SKIP LOCKED)
                RETURNING id, owner_id, kind, content, attempts, interruptions
                """).ToListAsync(token);
            await transaction.CommitAsync(token);
            return claimed;
        }, ct);
    }

    public Task SentAsync(Guid id, CancellationToken ct) => Of(id).ExecuteUpdateAsync(
        set => set.SetProperty(mail => mail.SentAt, clock.GetUtcNow()).SetProperty(mail => mail.Content, (Sealed?)null)
            .SetProperty(mail => mail.ClaimedUntil, (DateTimeOffset?)null), ct);

    public Task TryAgainAsync(Guid id, TimeSpan wait, string failure, CancellationToken ct) => Of(id).ExecuteUpdateAsync(
        set => set.SetProperty(mail => mail.AvailableAt, clock.GetUtcNow() + wait).SetProperty(mail => mail.LastFailure, failure)
            .SetProperty(mail => mail.ClaimedUntil, (DateTimeOffset?)null), ct);

    public Task GiveUpAsync(Guid id, string failure, CancellationToken ct) => Of(id).ExecuteUpdateAsync(
        set => set.SetProperty(mail => mail.GivenUpAt, clock.GetUtcNow()).SetProperty(mail => mail.LastFailure, failure)
            .SetProperty(mail => mail.Content, (Sealed?)null).SetProperty(mail => mail.ClaimedUntil, (DateTimeOffset?)null), ct);

    /// <summary>Deletes the records of letters that were finished before then.</summary>
    public Task ForgetAsync(DateTimeOffset before, CancellationToken ct) => db.Mail
        .Where(mail => mail.WrittenAt < before && (mail.SentAt != null || mail.GivenUpAt != null)).ExecuteDeleteAsync(ct);

    private IQueryable<OutgoingMail> Of(Guid id) => db.Mail.Where(mail => mail.Id == id);
}
