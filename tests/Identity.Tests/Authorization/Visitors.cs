using System.Security.Claims;
using Journease.Identity.Accounts;
using Journease.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Journease.Identity.Tests.Authorization;

/// <summary>Opens accounts and signs people in without a page, as fast as hundreds of cells need it; what they then hold is real.</summary>
internal sealed class Visitors(IdentityHost host)
{
    private static readonly string Scheme = IdentityConstants.ApplicationScheme;

    private static readonly string PasswordHash = new PasswordHasher<Credential>().HashPassword(new Credential(), NewPerson.Password);

    /// <summary>Opens an account with this role and signs the person in with all that staff need.</summary>
    public async Task<SignedInVisitor> ArriveAsync(Guid id, string role)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var details = new PersonalDetails($"{id:N}@example.org", $"Robin {id:N}");
        await services.GetRequiredService<OpenAccount>().NowAsync(new(id, details, "America/Chicago", "en", [role]), password: null, CancellationToken.None);
        await services.GetRequiredService<IdentityDbContext>().Credentials.Where(credential => credential.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(credential => credential.PasswordHash, PasswordHash));
        return await SignInAsync(id, details, TimeSpan.Zero);
    }

    /// <summary>One more session of this account, begun some time ago.</summary>
    public async Task<SignedInVisitor> SignInAsync(Guid id, PersonalDetails details, TimeSpan ago)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<IdentityDbContext>();
        var session = Session.Begin(id, "Firefox on Linux", SignInMeans.Passkey, host.Clock.GetUtcNow() - ago);
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        var credential = await db.Credentials.AsNoTracking().SingleAsync(credential => credential.Id == id);
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Credential>>().CreateAsync(credential);
        principal.Identities.First().AddClaim(new Claim(OpenSessions.IdClaim, session.Id.ToString()));
        return new(id, details.Email, details.Name, session.Id, Cookie(principal));
    }

    /// <summary>The same ticket, protected for another part of the platform.</summary>
    public string ForAnotherPart(string cookie)
    {
        var elsewhere = host.Services.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", "another-part", "v2");
        return new TicketDataFormat(elsewhere).Protect(Format.Unprotect(cookie)!);
    }

    /// <summary>Ends everything that this account has, as when somebody disables it.</summary>
    public async Task DisableAsync(Guid id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        await scope.ServiceProvider.GetRequiredService<OpenSessions>().EndAllAsync(id, CancellationToken.None);
        await db.SaveChangesAsync();
        await host.DisableAsync(id);
    }

    private string Cookie(ClaimsPrincipal principal)
    {
        var now = host.Clock.GetUtcNow();
        return Format.Protect(new(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(12) }, Scheme));
    }

    private ISecureDataFormat<AuthenticationTicket> Format =>
        host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme).TicketDataFormat;
}
