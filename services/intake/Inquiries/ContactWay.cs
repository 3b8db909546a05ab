namespace Journease.Intake.Inquiries;

/// <summary>How somebody prefers to be reached.</summary>
internal enum ContactWay
{
    Phone,
    TextMessage,
    Email,
}
