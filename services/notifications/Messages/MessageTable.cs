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
        builder.HasIndex(message => new { message.AboutId, message.FactVersion, message.Kind, message.AccountId, message.ForRole })
            .IsUnique().AreNullsDistinct(false).HasDatabaseName(OncePerFact);
        builder.HasIndex(message => new { message.AccountId, message.Id }).IsDescending(false, true);
        builder.HasIndex(message => new { message.ForRole, message.Id }).IsDescending(false, true).HasFilter("for_role IS NOT NULL");
    }
}
