using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.CareTeams;

internal static class CareTeamProblems
{
    public static readonly ProblemType OwnTeam = new("care-team-of-oneself", 409, "Nobody is on their own care team.");
    public static readonly ProblemType NotDecidedByYou =
        new("care-team-not-decided-by-you", 403, "The prescriber who decided about this person chooses the care team, or a coordinator.");
}
