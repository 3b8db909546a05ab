using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Intake.Inquiries;

internal sealed class InquiryTable : IEntityTypeConfiguration<Inquiry>
{
    public void Configure(EntityTypeBuilder<Inquiry> builder)
    {
        builder.ToTable("inquiry");
        builder.Property(inquiry => inquiry.ContactWay).HasConversion<string>();
        builder.HasIndex(inquiry => inquiry.ContactIndex);
        builder.HasIndex(inquiry => inquiry.NameIndex).HasMethod("gin");
        builder.HasIndex(inquiry => inquiry.Id).HasDatabaseName("waiting_inquiry").HasFilter("answered_at IS NULL");
    }
}
