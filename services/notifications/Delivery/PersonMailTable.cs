using Journease.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Notifications.Delivery;

internal sealed class PersonMailTable() : OutgoingTable<PersonMail>("mail")
{
    public const string OncePerMessage = "ux_mail_message";

    public override void Configure(EntityTypeBuilder<PersonMail> builder)
    {
        base.Configure(builder);
        builder.Property(mail => mail.BounceCode).HasMaxLength(20);
        builder.HasIndex(mail => new { mail.OwnerId, mail.Kind }).IsUnique().HasDatabaseName("ux_mail_waiting_digest")
            .HasFilter("kind = 'digest' AND sent_at IS NULL AND given_up_at IS NULL");
        builder.HasIndex(mail => mail.MessageId).IsUnique().HasDatabaseName(OncePerMessage);
    }

    /// <summary>
    /// A person has at most one digest on its way. One that is just leaving does for this message too: it says that there is
    /// something to read, and by then there is.
    /// </summary>
    public static Task EnsureDigestAsync(NotificationsDbContext db, Guid account, DateTimeOffset now, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO notifications.mail (id, owner_id, kind, written_at, available_at, attempts, interruptions)
            VALUES ({Guid.CreateVersion7()}, {account}, {PersonMail.SeveralMessages}, {now}, {now}, 0, 0)
            ON CONFLICT (owner_id, kind) WHERE kind = 'digest' AND sent_at IS NULL AND given_up_at IS NULL DO NOTHING
            """, ct);
}
