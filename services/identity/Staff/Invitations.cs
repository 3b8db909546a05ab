using System.Text.Json;
using Journease.Identity.Accounts;
using Journease.Identity.Mail;
using Journease.Sealing;
using Journease.Sealing.DataKeys;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Journease.Identity.Staff;

/// <summary>Writes down invitations with the letters about them, finds them again, and forgets them.</summary>
internal sealed class Invitations(
    IdentityDbContext db, Seals seals, BlindIndex index, LetterBox letters, InvitationLetters words, ForgottenKeys keys, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <summary>Within the caller's transaction. Null when the address is invited already, also by somebody else at this very moment.</summary>
    public async Task<StaffInvitation?> InviteAsync(PersonalDetails person, IReadOnlyList<string> roles, Guid? invitedBy, CancellationToken ct)
    {
        var (id, token) = (Guid.CreateVersion7(), LinkToken.New());
        var content = await seals.SealAsync(id, KeyPurpose.Personal, PlaceOf(id), JsonSerializer.Serialize(person), ct);
        var invitation = StaffInvitation.Invite(id, content, index.OfEmail(person.Email), roles, invitedBy, token, clock.GetUtcNow());
        db.StaffInvitations.Add(invitation);
        await letters.PutAsync(id, "invitation", words.Invite(person.Email, token), ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return invitation;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: StaffInvitationTable.OncePerAddress })
        {
            return null;
        }
    }

    /// <summary>A new link, and a letter with it; the earlier link is of no use any more.</summary>
    public async Task SendAgainAsync(StaffInvitation invitation, CancellationToken ct)
    {
        var token = LinkToken.New();
        invitation.SendAgain(token, clock.GetUtcNow());
        var person = await ReadAsync(invitation, ct);
        await letters.PutAsync(invitation.Id, "invitation", words.Invite(person.Email, token), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What this person has invited goes with their access; null is whoever tried to register as the first administrator.</summary>
    public async Task WithdrawAllOfAsync(Guid? administrator, CancellationToken ct)
    {
        var theirs = await db.StaffInvitations
            .Where(invitation => invitation.InvitedBy == administrator && invitation.AcceptedAt == null && invitation.WithdrawnAt == null).ToListAsync(ct);
        theirs.ForEach(invitation => invitation.Withdraw(clock.GetUtcNow()));
    }

    /// <summary>What a link is about, or was; null when there was never such a link, when a newer one has replaced it, or long ago.</summary>
    public Task<StaffInvitation?> FindAsync(string? token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        return db.StaffInvitations.SingleOrDefaultAsync(invitation => invitation.LinkHash == hash, ct);
    }

    /// <summary>The same, locked until the end of the transaction.</summary>
    public async Task<StaffInvitation?> LockAsync(string? token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        var found = await db.StaffInvitations.FromSql($"SELECT * FROM identity.staff_invitation WHERE link_hash = {hash} FOR UPDATE").ToListAsync(ct);
        return found.SingleOrDefault();
    }

    public async Task<StaffInvitation?> LockAsync(Guid id, CancellationToken ct)
    {
        var found = await db.StaffInvitations.FromSql($"SELECT * FROM identity.staff_invitation WHERE id = {id} FOR UPDATE").ToListAsync(ct);
        return found.SingleOrDefault();
    }

    /// <summary>Of an invitation that is not over.</summary>
    public async Task<PersonalDetails> ReadAsync(StaffInvitation invitation, CancellationToken ct) => JsonSerializer.Deserialize<PersonalDetails>(
        await seals.OpenAsync(invitation.Id, KeyPurpose.Personal, PlaceOf(invitation.Id), invitation.Content!, ct)
            ?? throw new InvalidOperationException("Who was invited is forgotten."))!;

    /// <summary>Deletes those that ended before then. An account that was opened goes on with the key; other keys are destroyed.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken ct)
    {
        var ended = await db.StaffInvitations.Where(one => one.ExpiresAt < before).OrderBy(one => one.ExpiresAt).Take(AtOnce)
            .Select(one => new { one.Id, IsAccepted = one.AcceptedAt != null }).ToListAsync(ct);
        foreach (var one in ended)
        {
            if (!one.IsAccepted)
            {
                await keys.DestroyAsync(one.Id, KeyPurpose.Personal, ct);
            }
            await db.StaffInvitations.Where(row => row.Id == one.Id).ExecuteDeleteAsync(ct);
        }
    }

    private static SealedPlace PlaceOf(Guid id) => new("staff_invitation", "content", id);
}
