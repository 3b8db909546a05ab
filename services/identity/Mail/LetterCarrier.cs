using Journease.Mail;
using Journease.Sealing;
using Microsoft.EntityFrameworkCore.Query;

namespace Journease.Identity.Mail;

/// <summary>Sends identity's letters as they were written; once one is sent, only when and of which kind is kept.</summary>
internal sealed class LetterCarrier(LetterBox letters, MailServer server) : ICarrier<OutgoingMail>
{
    public async Task<Carried> CarryAsync(Claimed claimed, CancellationToken ct)
    {
        if (await letters.OpenAsync(claimed.Id, ct) is not { } letter)
        {
            return Carried.Unnecessary("forgotten");
        }
        await server.SendAsync(claimed, letter, ct);
        return Carried.Over;
    }

    public void Forget(UpdateSettersBuilder<OutgoingMail> row) => row.SetProperty(mail => mail.Content, (Sealed?)null);
}
