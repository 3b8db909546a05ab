using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Journease.Identity.Mail;

/// <summary>Where acts put the letters that they write; what is put in leaves if, and only if, the act is committed.</summary>
internal sealed class LetterBox(IdentityDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("mail");

    /// <param name="owner">The account, or the account to be, whose letter it is.</param>
    /// <param name="kind">What it is about, in lower case with hyphens; operators see it.</param>
    /// <param name="letter">What is written.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task PutAsync(Guid owner, string kind, Letter letter, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var content = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(letter));
        db.Mail.Add(OutgoingMail.Write(Guid.CreateVersion7(), owner, kind, content, clock.GetUtcNow()));
        return Task.CompletedTask;
    }

    /// <summary>Null when what was written can no longer be read by anybody.</summary>
    public Task<Letter?> OpenAsync(ClaimedMail mail, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(JsonSerializer.Deserialize<Letter>(protector.Unprotect(mail.Content)));
    }
}
