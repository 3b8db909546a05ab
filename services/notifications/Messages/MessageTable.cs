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
        builder.HasIndex(message => new { message.AboutId, message.FactVersion, message.Kind }).IsUnique().HasDatabaseName(OncePerFact);
        builder.HasIndex(message => new { message.AccountId, message.Id }).IsDescending(false, true);
        builder.HasIndex(message => new { message.ForRole, message.Id }).IsDescending(false, true).HasFilter("for_role IS NOT NULL");
    }

    /// <summary>Tells the person of a fact once, however often and however late it arrives.</summary>
    public static async Task RecordOnceAsync(
        NotificationsDbContext db, IEvent fact, MessageKind kind, TimeProvider clock, CancellationToken ct)
    {
        if (fact.SubjectId is { } account)
        {
            await RecordOnceAsync(db, Message.About(account, fact, kind, clock.GetUtcNow()), ct);
        }
    }

    /// <summary>Tells everybody who holds a role of a fact once.</summary>
    public static Task RecordOnceForRoleAsync(
        NotificationsDbContext db, string role, IEvent fact, MessageKind kind, TimeProvider clock, CancellationToken ct) =>
        RecordOnceAsync(db, Message.ForEverybodyAs(role, fact, kind, clock.GetUtcNow()), ct);

    private static async Task RecordOnceAsync(NotificationsDbContext db, Message message, CancellationToken ct)
    {
        // The inbox stops copies of one message; this stops the same fact under another message id.
        var told = await db.Messages.AnyAsync(
            other => other.AboutId == message.AboutId && other.FactVersion == message.FactVersion && other.Kind == message.Kind, ct);
        if (!told)
        {
            db.Messages.Add(message);
        }
    }
}
