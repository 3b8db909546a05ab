using Journease.ServiceDefaults.Authentication;

namespace Journease.Identity.Staff;

/// <summary>What somebody can be here beside a client. Given by an administrator, and in no other way.</summary>
internal enum StaffRole
{
    Coordinator,
    Prescriber,
    Therapist,
    Nurse,
    Facilitator,
    Editor,
    Administrator,
    Operator,
}

internal static class StaffRoleNames
{
    /// <summary>As they stand in accounts and tokens, each once and always in the same order.</summary>
    public static string[] Names(this IEnumerable<StaffRole> roles) => [.. roles.Distinct().Order().Select(Name)];

    /// <summary>For pages and letters: "nurse and therapist".</summary>
    public static string InWords(IReadOnlyList<string> names) => names switch
    {
        [] => "",
        [var only] => only,
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    private static string Name(StaffRole role) => role switch
    {
        StaffRole.Coordinator => Roles.Coordinator,
        StaffRole.Prescriber => Roles.Prescriber,
        StaffRole.Therapist => Roles.Therapist,
        StaffRole.Nurse => Roles.Nurse,
        StaffRole.Facilitator => Roles.Facilitator,
        StaffRole.Editor => Roles.Editor,
        StaffRole.Administrator => Roles.Administrator,
        StaffRole.Operator => Roles.Operator,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
