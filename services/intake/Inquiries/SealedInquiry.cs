using Journease.Sealing;

namespace Journease.Intake.Inquiries;

/// <summary>What somebody wrote, sealed with a key of this inquiry alone: whoever wrote it has no account yet.</summary>
internal sealed record SealedInquiry(Sealed Name, Sealed Message, Sealed Contact, byte[] ContactIndex, byte[][] NameIndex)
{
    public static async Task<SealedInquiry> OfAsync(Guid id, ReceiveInquiry.Request written, Seals seals, BlindIndex index, CancellationToken ct) => new(
        await seals.SealAsync(id, KeyPurpose.Personal, Place(id, "name"), written.Name, ct),
        await seals.SealAsync(id, KeyPurpose.Personal, Place(id, "message"), written.Message, ct),
        await seals.SealAsync(id, KeyPurpose.Personal, Place(id, "contact"), written.Contact, ct),
        index.OfContact(written.Contact),
        [.. index.OfName(written.Name)]);

    public static SealedPlace Place(Guid id, string column) => new("inquiry", column, id);
}

internal static class InquirySeals
{
    /// <summary>An address has an @ in it, whatever way the person prefers; everything else is taken for a number.</summary>
    public static byte[] OfContact(this BlindIndex index, string contact) =>
        contact.Contains('@', StringComparison.Ordinal) ? index.OfEmail(contact) : index.OfPhone(contact);

    public static Task<Sealed> SealNoteAsync(this Seals seals, Inquiry inquiry, string note, CancellationToken ct) =>
        seals.SealAsync(inquiry.Id, KeyPurpose.Personal, SealedInquiry.Place(inquiry.Id, "answer_note"), note, ct);

    /// <summary>A page of inquiries as coordinators read them; the keys of all of them are read at once.</summary>
    public static async Task<List<InquiryView>> OpenAsync(this Seals seals, IReadOnlyCollection<Inquiry> inquiries, CancellationToken ct)
    {
        await seals.PrepareAsync(inquiries.Select(inquiry => inquiry.Message), ct); // each has one key for all that is in it
        var views = new List<InquiryView>();
        foreach (var inquiry in inquiries)
        {
            views.Add(new InquiryView(
                inquiry.Id, await OpenAsync("name", inquiry.Name), await OpenAsync("message", inquiry.Message), inquiry.ContactWay,
                await OpenAsync("contact", inquiry.Contact), inquiry.SafeToLeaveMessage, inquiry.ReceivedAt, inquiry.AnsweredAt, inquiry.AnsweredBy,
                inquiry.AnswerNote is null ? null : await OpenAsync("answer_note", inquiry.AnswerNote), inquiry.Version));

            async Task<string> OpenAsync(string column, Sealed value) =>
                await seals.OpenAsync(inquiry.Id, KeyPurpose.Personal, SealedInquiry.Place(inquiry.Id, column), value, ct) ?? SealedRecord.NoLongerKept;
        }
        return views;
    }
}
