using Journease.ServiceDefaults.Errors;

namespace Journease.Identity.Staff;

internal static class StaffProblems
{
    public static readonly ProblemType HasAccount = new("address-has-account", 409, "Somebody with this address has an account already.");
    public static readonly ProblemType AlreadyInvited = new("already-invited", 409, "This address has been invited already.");
    public static readonly ProblemType InvitationOver = new("invitation-over", 409, "This invitation has been accepted or withdrawn.");
    public static readonly ProblemType OwnAccess = new("own-access", 409, "Nobody changes what they may do themselves.");
    public static readonly ProblemType LastAdministrator = new("last-administrator", 409, "There must always be an administrator.");
    public static readonly ProblemType NoRole = new("no-role", 409, "Somebody who is not a client needs at least one role.");
}
