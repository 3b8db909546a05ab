using Journease.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Notifications.Messages;

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public const string OncePerFact = "ux_message_fact";

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("message");
        builder.Property(message => message.Kind).HasConversion<string>().HasMaxLength(40);
        builder.HasIndex(message => new { message.AppointmentId, message.FactVersion, message.Kind }).IsUnique().HasDatabaseName(OncePerFact);
        builder.HasIndex(message => new { message.AccountId, message.Id }).IsDescending(false, true);
    }

    /// <summary>Tells the person of a fact once, however often and however late it arrives.</summary>
    public static async Task RecordOnceAsync(
        NotificationsDbContext db, IEvent fact, MessageKind kind, TimeProvider clock, CancellationToken ct)
    {
        if (fact.SubjectId is not { } account)
        {
            return; // nobody to tell
        }

        // The inbox stops copies of one message; this stops the same fact under another message id.
        var told = await db.Messages.AnyAsync(
            message => message.AppointmentId == fact.AggregateId && message.FactVersion == fact.AggregateVersion && message.Kind == kind, ct);
        if (!told)
        {
            db.Messages.Add(Message.About(account, fact, kind, clock.GetUtcNow()));
        }
    }
}
