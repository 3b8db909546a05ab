using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.Staff;

internal sealed class FirstAdministratorTokenTable : IEntityTypeConfiguration<FirstAdministratorToken>
{
    public void Configure(EntityTypeBuilder<FirstAdministratorToken> builder)
    {
        builder.ToTable("first_administrator_token");
        builder.HasKey(token => token.Id);
        builder.Property(token => token.Id).ValueGeneratedNever();
    }
}
