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
        builder.HasIndex(credential => credential.NormalizedUserName).IsUnique();
        builder.Property(credential => credential.ConcurrencyStamp).IsConcurrencyToken();
        // The address is the account's, and sealed; an account has only an address that was confirmed.
        builder.Ignore(credential => credential.Email);
        builder.Ignore(credential => credential.NormalizedEmail);
        builder.Ignore(credential => credential.EmailConfirmed);
        builder.Ignore(credential => credential.LockoutEnabled);
        builder.Ignore(credential => credential.LockoutEnd);
        builder.Ignore(credential => credential.AccessFailedCount);
        builder.Ignore(credential => credential.PhoneNumber);
        builder.Ignore(credential => credential.PhoneNumberConfirmed);
    }
}
