using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Intake.CareTeams;

internal sealed class CareTeamTable : IEntityTypeConfiguration<CareTeam>
{
    public void Configure(EntityTypeBuilder<CareTeam> builder)
    {
        builder.ToTable("care_team");
        builder.Property(team => team.Id).ValueGeneratedNever(); // the client's id
        builder.Ignore(team => team.ClientId);
        builder.OwnsMany(team => team.Members, member =>
        {
            member.ToTable("care_team_member");
            member.WithOwner().HasForeignKey("ClientId");
            member.HasKey("ClientId", nameof(CareTeamMember.AccountId));
            member.Property(one => one.AccountId).ValueGeneratedNever(); // or a new member looks like a changed one
            member.Property(one => one.Role).HasConversion<string>();
            member.HasIndex(one => one.AccountId); // whose clients somebody may read
        });
    }
}
