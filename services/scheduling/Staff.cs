using Journease.ServiceDefaults.Authentication;

namespace Journease.Scheduling;

/// <summary>Groups of roles that the acts of scheduling tell apart.</summary>
internal static class Staff
{
    /// <summary>Roles that a person of the practice can hold a session in.</summary>
    public static readonly string[] HoldingSessions = [Roles.Coordinator, Roles.Prescriber, Roles.Therapist, Roles.Nurse, Roles.Facilitator];

    /// <summary>Everybody of the practice who works with people, rooms and time.</summary>
    public static readonly string[] Everybody = [.. HoldingSessions, Roles.Administrator];

    /// <summary>Those who may see and change every appointment; everybody else only those they hold.</summary>
    public static readonly string[] SeeingAll = [Roles.Coordinator, Roles.Prescriber];

    /// <summary>Those who set working time, exceptions and holidays.</summary>
    public static readonly string[] SettingTime = [Roles.Coordinator, Roles.Administrator];

    public static bool IsStaff(this CurrentCaller caller) => caller.HasAny(Everybody);

    public static bool SeesAll(this CurrentCaller caller) => caller.HasAny(SeeingAll);
}
