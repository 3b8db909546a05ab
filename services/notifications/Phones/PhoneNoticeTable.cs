using Journease.Mail;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Notifications.Phones;

internal sealed class PhoneNoticeTable() : OutgoingTable<PhoneNotice>("phone_notice")
{
    public override void Configure(EntityTypeBuilder<PhoneNotice> builder)
    {
        base.Configure(builder);
        builder.HasIndex(notice => new { notice.MessageId, notice.DeviceId }).IsUnique();
    }
}
