namespace Journease.Intake.Inquiries;

/// <summary>An inquiry as coordinators read it.</summary>
internal sealed record InquiryView(
    Guid InquiryId, string Name, string Message, ContactWay ContactWay, string Contact, bool? SafeToLeaveMessage, DateTimeOffset ReceivedAt,
    DateTimeOffset? AnsweredAt, Guid? AnsweredBy, string? Note, long Version);
