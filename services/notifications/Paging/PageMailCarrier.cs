using Journease.Mail;
using Journease.Notifications.Delivery;
using Journease.Notifications.Letters;

namespace Journease.Notifications.Paging;

/// <summary>Sends a page by e-mail, at whatever hour it is.</summary>
internal sealed class PageMailCarrier(IdentityClient identity, LetterWriter letters, MailServer server) : ICarrier<PageMail>
{
    public RetryPlan Retries => RetryPlan.Urgent;

    public async Task<Carried> CarryAsync(Claimed claimed, CancellationToken ct)
    {
        if (await identity.ContactAsync(claimed.OwnerId, ct) is not { } contact)
        {
            // Somebody is on the rota who cannot be reached any more: an operator has to know.
            throw new NotTakenException(new DeliveryFailure("no-account", IsFinal: true));
        }
        await server.SendAsync(claimed, letters.Page(contact), ct);
        return Carried.Over;
    }
}
