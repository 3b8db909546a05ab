using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.Accounts;

internal sealed class CredentialTable : IEntityTypeConfiguration<Credential>
{
    public void Configure(EntityTypeBuilder<Credential> builder)
    {
        builder.ToTable("credential");
        builder.HasKey(credential => credential.Id);
        builder.Property(credential => credential.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithOne().HasForeignKey<Credential>(credential => credential.Id);
        builder.Property(credential => credential.UserName).HasMaxLength(256);
        builder.Property(credential => credential.NormalizedUserName).HasMaxLength(256);
        builder.Property(credential => credential.Email).HasMaxLength(256);
        builder.Property(credential => credential.NormalizedEmail).HasMaxLength(256);
        builder.HasIndex(credential => credential.NormalizedUserName).IsUnique();
        builder.HasIndex(credential => credential.NormalizedEmail).IsUnique();
        builder.Property(credential => credential.ConcurrencyStamp).IsConcurrencyToken();
        builder.Ignore(credential => credential.PhoneNumber);
        builder.Ignore(credential => credential.PhoneNumberConfirmed);
    }
}
