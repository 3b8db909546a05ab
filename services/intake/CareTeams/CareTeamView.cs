namespace Journease.Intake.CareTeams;

/// <summary>A care team as its client, its members and the coordinators see it.</summary>
internal sealed record CareTeamView(Guid ClientId, IReadOnlyList<CareTeamView.Member> Members, long Version)
{
    public sealed record Member(Guid AccountId, CareRole Role, DateTimeOffset AddedAt);

    public static CareTeamView Of(CareTeam team) => new(
        team.ClientId,
        [.. team.Members.OrderBy(member => member.AddedAt).Select(member => new Member(member.AccountId, member.Role, member.AddedAt))],
        team.Version);
}
