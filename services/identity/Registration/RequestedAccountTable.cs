using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.Registration;

internal sealed class RequestedAccountTable : IEntityTypeConfiguration<RequestedAccount>
{
    public void Configure(EntityTypeBuilder<RequestedAccount> builder)
    {
        builder.ToTable("requested_account");
        builder.HasKey(requested => requested.Id);
        builder.Property(requested => requested.Id).ValueGeneratedNever();
        builder.HasIndex(requested => requested.LinkHash).IsUnique();
        builder.HasIndex(requested => requested.ExpiresAt);
    }
}
