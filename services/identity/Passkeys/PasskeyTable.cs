using Journease.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.Passkeys;

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkey");
        builder.HasKey(passkey => passkey.Id);
        builder.Property(passkey => passkey.Id).HasMaxLength(1023);
        builder.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.AccountId);
    }
}
