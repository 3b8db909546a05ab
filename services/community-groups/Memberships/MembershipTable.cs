using Journease.CommunityGroups.Circles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.CommunityGroups.Memberships;

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public const string OnePseudonym = "ux_membership_pseudonym";

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("membership");
        builder.Property(membership => membership.Pseudonym).HasMaxLength(Pseudonym.Longest);
        builder.Property(membership => membership.PseudonymKey).HasMaxLength(60);
        builder.Property(membership => membership.Status).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Circle>().WithMany().HasForeignKey(membership => membership.CircleId);
        builder.HasIndex(membership => new { membership.CircleId, membership.PseudonymKey }).IsUnique().HasDatabaseName(OnePseudonym);
    }
}

internal sealed class MembershipAccountTable : IEntityTypeConfiguration<MembershipAccount>
{
    public const string OnePerPerson = "ux_membership_account_one_per_person";

    public void Configure(EntityTypeBuilder<MembershipAccount> builder)
    {
        builder.ToTable("membership_account");
        builder.HasKey(link => link.MembershipId);
        builder.HasIndex(link => new { link.CircleId, link.AccountIndex }).IsUnique().HasDatabaseName(OnePerPerson);
        builder.HasIndex(link => link.AccountIndex);
        builder.HasOne<Membership>().WithOne().HasForeignKey<MembershipAccount>(link => link.MembershipId);
    }
}
