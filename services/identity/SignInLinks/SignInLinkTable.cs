using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.SignInLinks;

internal sealed class SignInLinkTable : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.ToTable("sign_in_link");
        builder.HasKey(link => link.Id);
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.HasIndex(link => link.LinkHash).IsUnique();
        builder.HasIndex(link => link.ExpiresAt);
        builder.HasIndex(link => link.AccountId);
    }
}
