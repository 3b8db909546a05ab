using Journease.ServiceDefaults.Authentication;

namespace Journease.Identity.Sessions;

/// <summary>Roles that open what belongs to others; all but the client's.</summary>
internal static class StaffRoles
{
    public static readonly IReadOnlyList<string> All = [.. Roles.All.Except([Roles.Client])];

    public static bool AnyIn(IEnumerable<string> roles) => roles.Any(All.Contains);
}
