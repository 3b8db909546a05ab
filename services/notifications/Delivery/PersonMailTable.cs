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
        builder.HasIndex(mail => mail.MessageId).IsUnique().HasDatabaseName(OncePerMessage);
    }
}
