using Journease.ServiceDefaults.Errors;

namespace Journease.Notifications.Phones;

internal static class PhoneProblems
{
    public static readonly ProblemType TooManyDevices = new("too-many-devices", 409, "You have as many devices as one person can have.");
}
