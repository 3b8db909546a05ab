using Journease.Intake.EmergencyAccesses;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Journease.Intake.CareTeams;

/// <summary>
/// Whose record the caller may read as a clinician: a prescriber everybody's, because prescribers review every intake; a
/// therapist or nurse that of the clients whose team they are on in that role, or to whom they opened emergency access.
/// </summary>
internal sealed class CareAccess(IntakeDbContext db, CurrentCaller caller, AuditTrail audit)
{
    /// <summary>Prescribers review every intake and answer for every concern.</summary>
    public bool CoversEverybody => caller.Has(Roles.Prescriber);

    /// <summary>False must look to the caller as if there were no such client.</summary>
    public async Task<bool> CoversAsync(Guid clientId, CancellationToken ct)
    {
        audit.About(clientId);
        if (CoversEverybody || await Teams().AnyAsync(team => team.Id == clientId, ct))
        {
            return true;
        }
        if (!caller.HasAny(Roles.Therapist, Roles.Nurse) || await db.OpenEmergencyAccessAsync(caller.Id, clientId, ct) is not { } emergency)
        {
            return false;
        }
        audit.Because(emergency.Id);
        return true;
    }

    /// <summary>The teams that the caller is on, in a role that they still hold.</summary>
    public IQueryable<CareTeam> Teams()
    {
        var (me, roles) = (caller.Id, HeldRoles());
        return db.CareTeams.Where(team => team.Members.Any(member => member.AccountId == me && roles.Contains(member.Role)));
    }

    private List<CareRole> HeldRoles() =>
        [.. Enum.GetValues<CareRole>().Where(role => caller.Has(role switch
        {
            CareRole.Prescriber => Roles.Prescriber,
            CareRole.Therapist => Roles.Therapist,
            CareRole.Nurse => Roles.Nurse,
            _ => throw new InvalidOperationException("There are three care roles."),
        }))];
}
