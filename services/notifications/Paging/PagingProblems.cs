using Journease.ServiceDefaults.Errors;

namespace Journease.Notifications.Paging;

internal static class PagingProblems
{
    public static readonly ProblemType EndsBeforeItBegins = new("on-call-ends-before-it-begins", 409, "Somebody cannot be on call until before they begin.");
    public static readonly ProblemType OwnBackup = new("on-call-own-backup", 409, "Nobody can be their own back-up.");
}
