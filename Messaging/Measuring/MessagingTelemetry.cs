using System.Diagnostics;

namespace Journease.Messaging.Measuring;

internal static class MessagingTelemetry
{
    /// <summary>Of the meter and of the spans.</summary>
    public const string Name = "Journease.Messaging";

    public static readonly ActivitySource Source = new(Name);
}
