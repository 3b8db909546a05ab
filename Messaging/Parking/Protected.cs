namespace Journease.Messaging.Parking;

/// <summary>Messages about safety, clearance and consent: parked ones alert at once, and no one person can drop them.</summary>
internal static class Protected
{
    private static readonly string[] Beginnings = ["SafetyConcern", "Clearance", "Consent"];

    public static bool Is(string messageType)
    {
        var name = messageType[(messageType.LastIndexOf('.') + 1)..];
        return Array.Exists(Beginnings, beginning => name.StartsWith(beginning, StringComparison.Ordinal));
    }
}
