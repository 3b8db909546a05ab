using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.Accounts;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("account");
        builder.HasKey(account => account.Id);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.TimeZone).HasMaxLength(64);
        builder.Property(account => account.Language).HasMaxLength(35);
        builder.HasIndex(account => account.EmailIndex).IsUnique();
        builder.HasIndex(account => account.ClosesAt).HasFilter("closed_at IS NULL");
    }
}
