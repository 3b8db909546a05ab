using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.Staff;

internal sealed class StaffInvitationTable : IEntityTypeConfiguration<StaffInvitation>
{
    /// <summary>One address is invited once at a time, also by two administrators at the same moment.</summary>
    public const string OncePerAddress = "once_per_address";

    public void Configure(EntityTypeBuilder<StaffInvitation> builder)
    {
        builder.ToTable("staff_invitation");
        builder.HasKey(invitation => invitation.Id);
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.HasIndex(invitation => invitation.LinkHash).IsUnique();
        builder.HasIndex(invitation => invitation.EmailIndex).IsUnique().HasDatabaseName(OncePerAddress);
        builder.HasIndex(invitation => invitation.ExpiresAt);
    }
}
