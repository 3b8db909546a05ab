using Journease.Identity.Accounts;
using Journease.Identity.BackChannelLogout;
using Journease.Identity.Keys;
using Journease.Identity.Mail;
using Journease.Identity.Passkeys;
using Journease.Identity.RecoveryCodes;
using Journease.Identity.Registration;
using Journease.Identity.SecondFactor;
using Journease.Identity.Sessions;
using Journease.Identity.SignInLinks;
using Journease.Identity.Staff;
using Journease.Messaging;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace Journease.Identity;

/// <summary>Accounts, what people sign in with, letters to them, registered clients, issued tokens and the keys that sign them.</summary>
internal sealed class IdentityDbContext(DbContextOptions<IdentityDbContext> options) : MessagingDbContext(options)
{
    protected override string Schema => "identity";

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Credential> Credentials => Set<Credential>();

    public DbSet<OutgoingMail> Mail => Set<OutgoingMail>();

    public DbSet<RequestedAccount> RequestedAccounts => Set<RequestedAccount>();

    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<AuthenticatorApp> AuthenticatorApps => Set<AuthenticatorApp>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<SpentChallenge> SpentChallenges => Set<SpentChallenge>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<StaffInvitation> StaffInvitations => Set<StaffInvitation>();

    public DbSet<FirstAdministratorToken> FirstAdministratorTokens => Set<FirstAdministratorToken>();

    public DbSet<LogoutNotice> LogoutNotices => Set<LogoutNotice>();

    public DbSet<ServerKey> ServerKeys => Set<ServerKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // The library names its tables itself; here they follow the naming of all others.
        modelBuilder.UseOpenIddict<Guid>();
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreApplication<Guid>>().ToTable("client");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().ToTable("client_authorization");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreScope<Guid>>().ToTable("scope");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreToken<Guid>>().ToTable("token");
    }
}
