using Journease.Gateway.Limits;

namespace Journease.Gateway.Routes;

/// <summary>What is tighter, or wider, than usual for single acts.</summary>
internal static class RouteRules
{
    /// <summary>What JSON needs.</summary>
    public const long UsualBody = 64 * 1024;

    /// <summary>What a manuscript needs.</summary>
    public const long UploadBody = 5 * 1024 * 1024;

    /// <summary>Acts that have a rate limit of their own besides that of person and address.</summary>
    public static IReadOnlyDictionary<string, string> Limits { get; } = new Dictionary<string, string>
    {
        ["ReceiveInquiry"] = LimitNames.Inquiry,
        ["BookAppointment"] = LimitNames.Booking,
        ["FindSlots"] = LimitNames.Search,
    };

    /// <summary>The limit that an operation names; what changes an account is limited as identity's pages are.</summary>
    public static string? LimitOf(DeclaredOperation operation) =>
        Limits.TryGetValue(operation.Id, out var limit) ? limit
        : operation.Service == "identity" && operation.Method != HttpMethods.Get ? LimitNames.Account
        : null;

    /// <summary>Acts that take whole texts or files.</summary>
    public static IReadOnlySet<string> Uploads { get; } = new HashSet<string> { "ImportArticle", "ReviseArticle", "ImportHolidays", "AddBusyCalendar" };
}
