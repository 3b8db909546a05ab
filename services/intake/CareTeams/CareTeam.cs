using Journease.Contracts.Intake;
using Journease.Messaging;

namespace Journease.Intake.CareTeams;

/// <summary>What a clinician does in one client's care.</summary>
internal enum CareRole
{
    Prescriber,
    Therapist,
    Nurse,
}

/// <summary>The clinicians who care for one client, and who may therefore read that client's record.</summary>
internal sealed class CareTeam : Aggregate
{
    private readonly List<CareTeamMember> members = [];

    private CareTeam() { } // for EF Core

    /// <summary>One client, one team: it has the client's id.</summary>
    public Guid ClientId => Id;

    public IReadOnlyList<CareTeamMember> Members => members;

    public static CareTeam Of(Guid clientId) => new() { Id = clientId };

    /// <summary>Adding somebody who is there in the same role changes nothing; in another role, they change to it.</summary>
    public void Add(Guid accountId, CareRole role, Guid addedBy, DateTimeOffset now)
    {
        if (accountId == ClientId)
        {
            throw CareTeamProblems.OwnTeam.Broken("Choose a clinician other than the client.", "accountId");
        }
        if (members.Find(member => member.AccountId == accountId) is { } known)
        {
            if (known.Role == role)
            {
                return;
            }
            known.Become(role, addedBy, now);
        }
        else
        {
            members.Add(new CareTeamMember(accountId, role, addedBy, now));
        }
        AnnounceChange();
    }

    /// <summary>Removing somebody who is not there changes nothing.</summary>
    public void Remove(Guid accountId)
    {
        if (members.RemoveAll(member => member.AccountId == accountId) > 0)
        {
            AnnounceChange();
        }
    }

    // The whole team each time: whoever listens replaces what they knew, and never has to add up.
    private void AnnounceChange() =>
        Announce(new CareTeamChanged { SubjectId = ClientId, AccountIds = [.. members.Select(member => member.AccountId).Order()] });
}

/// <summary>One clinician in one client's care, and who put them there.</summary>
internal sealed class CareTeamMember
{
    private CareTeamMember() { } // for EF Core

    internal CareTeamMember(Guid accountId, CareRole role, Guid addedBy, DateTimeOffset addedAt) =>
        (AccountId, Role, AddedBy, AddedAt) = (accountId, role, addedBy, addedAt);

    public Guid AccountId { get; private init; }
    public CareRole Role { get; private set; }
    public Guid AddedBy { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    internal void Become(CareRole role, Guid addedBy, DateTimeOffset now) => (Role, AddedBy, AddedAt) = (role, addedBy, now);
}
