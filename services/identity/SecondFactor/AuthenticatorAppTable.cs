using Journease.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.SecondFactor;

internal sealed class AuthenticatorAppTable : IEntityTypeConfiguration<AuthenticatorApp>
{
    public void Configure(EntityTypeBuilder<AuthenticatorApp> builder)
    {
        builder.ToTable("authenticator_app");
        builder.HasKey(app => app.Id);
        builder.Property(app => app.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithOne().HasForeignKey<AuthenticatorApp>(app => app.Id);
    }
}
