using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications.Messages;

/// <summary>What a person was told, for their copy of everything.</summary>
internal sealed class ExportedMessages(NotificationsDbContext db) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var messages = await db.Messages.AsNoTracking().Where(message => message.AccountId == subject).OrderBy(message => message.Id).ToListAsync(ct);
        foreach (var message in messages)
        {
            var text = MessageView.For(message).Text;
            yield return new Communication
            {
                Id = message.Id.ToString(),
                Status = EventStatus.Completed,
                Category = [FhirR4.Called("Message from the practice")],
                Subject = FhirR4.To(subject),
                Recipient = [FhirR4.To(subject)],
                SentElement = new FhirDateTime(message.RecordedAt),
                ReceivedElement = message.ReadAt is { } read ? new FhirDateTime(read) : null,
                Payload = [new Communication.PayloadComponent { Content = new FhirString(text) }],
            }.Told($"{message.RecordedAt:u}: {text}");
        }
    }
}
