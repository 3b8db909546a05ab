namespace Journease.ServiceDefaults.Authentication;

/// <summary>The values of the <c>role</c> claim. One person may hold several.</summary>
public static class Roles
{
    public const string Client = "client";
    public const string Coordinator = "coordinator";
    public const string Prescriber = "prescriber";
    public const string Therapist = "therapist";
    public const string Nurse = "nurse";
    public const string Facilitator = "facilitator";
    public const string Editor = "editor";
    public const string Administrator = "administrator";
    public const string Operator = "operator";

    public static readonly IReadOnlyList<string> All =
        [Client, Coordinator, Prescriber, Therapist, Nurse, Facilitator, Editor, Administrator, Operator];
}
