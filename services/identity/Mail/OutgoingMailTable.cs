using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.Mail;

internal sealed class OutgoingMailTable : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("mail");
        builder.HasKey(mail => mail.Id);
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Kind).HasMaxLength(50);
        builder.Property(mail => mail.LastFailure).HasMaxLength(200);
        builder.HasIndex(mail => mail.AvailableAt).HasFilter("sent_at IS NULL AND given_up_at IS NULL");
        builder.HasIndex(mail => mail.WrittenAt);
        builder.HasIndex(mail => mail.OwnerId);
    }
}
