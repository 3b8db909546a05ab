using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Journease.Identity.Accounts;
using Journease.Identity.Passkeys;
using Journease.Identity.Registration;
using Journease.Identity.SignInLinks;
using Journease.Identity.Staff;
using Journease.Sealing;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Identity.Tests.Authorization;

/// <summary>What the client owner of the matrix has: a second session, a passkey, and letters with links on the way. Somebody is invited to work here, too.</summary>
internal static class OwnerThings
{
    public static async Task MakeAsync(IServiceProvider services, Scene scene, Visitors visitors)
    {
        var (owner, now, ct) = (scene.Account(Persona.Owner), TimeProvider.System.GetUtcNow(), CancellationToken.None);
        var second = await visitors.SignInAsync(owner, new PersonalDetails("", ""), TimeSpan.Zero);
        scene["session"] = second.Session;

        var db = services.GetRequiredService<IdentityDbContext>();
        var passkey = RandomNumberGenerator.GetBytes(32);
        var name = await services.GetRequiredService<PasskeyNames>().SealAsync(owner, passkey, "Blue key", ct);
        db.Passkeys.Add(Passkey.Add(owner, new UserPasskeyInfo(passkey, [1], now, 0, [], true, false, false, [], []), name, now));
        scene["passkey"] = Base64Url.EncodeToString(passkey);

        var (link, id) = (LinkToken.New(), Guid.CreateVersion7());
        var askedOn = await services.GetRequiredService<Seals>().SealAsync(id, KeyPurpose.Personal, new("sign_in_link", "asked_on", id), "Firefox on Linux", ct);
        db.SignInLinks.Add(SignInLink.Ask(id, owner, link, askedOn, now));
        scene["link"] = link;

        var asked = Guid.CreateVersion7();
        scene["confirmation"] = await services.GetRequiredService<RequestedAccounts>()
            .AskAsync(asked, new($"{asked:N}@example.org", "Kim Vale", "America/Chicago", "en"), ct);

        var (invited, secret) = (Guid.CreateVersion7(), LinkToken.New());
        var person = new PersonalDetails($"{invited:N}@example.org", "Kim Vale");
        var content = await services.GetRequiredService<Seals>().SealAsync(
            invited, KeyPurpose.Personal, new("staff_invitation", "content", invited), JsonSerializer.Serialize(person), ct);
        db.StaffInvitations.Add(StaffInvitation.Invite(
            invited, content, services.GetRequiredService<BlindIndex>().OfEmail(person.Email), [Roles.Nurse], invitedBy: owner, secret, now));
        (scene["invitation"], scene["invitation link"]) = (invited, secret);
        await db.SaveChangesAsync(ct);
    }
}
