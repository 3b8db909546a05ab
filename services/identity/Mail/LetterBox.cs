using System.Text.Json;
using Journease.Mail;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Mail;

/// <summary>Where acts put the letters that they write; what is put in leaves if, and only if, the act is committed.</summary>
internal sealed class LetterBox(IdentityDbContext db, Seals seals, TimeProvider clock)
{
    /// <param name="owner">The account, or the account to be, whose letter it is.</param>
    /// <param name="kind">What it is about, in lower case with hyphens; operators see it.</param>
    /// <param name="letter">What is written.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task PutAsync(Guid owner, string kind, Letter letter, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var content = await seals.SealAsync(owner, KeyPurpose.Personal, PlaceOf(id), JsonSerializer.Serialize(letter), ct);
        db.Mail.Add(OutgoingMail.Write(id, owner, kind, content, clock.GetUtcNow()));
    }

    /// <summary>Null when the account has been closed since, and nobody can read it any more.</summary>
    public async Task<Letter?> OpenAsync(Guid id, CancellationToken ct)
    {
        var mail = await db.Mail.AsNoTracking().SingleAsync(mail => mail.Id == id, ct);
        return mail.Content is { } sealedContent
            && await seals.OpenAsync(mail.OwnerId, KeyPurpose.Personal, PlaceOf(id), sealedContent, ct) is { } content
                ? JsonSerializer.Deserialize<Letter>(content)
                : null;
    }

    private static SealedPlace PlaceOf(Guid id) => new("mail", "content", id);
}
