using Journease.Sealing;
using Journease.Sealing.DataKeys;
using Microsoft.EntityFrameworkCore;

namespace Journease.CommunityGroups.Memberships;

/// <summary>
/// Finds and makes the link between a person and their memberships. Its keys belong to the membership, not to the account:
/// a key that named the account would be a link in clear.
/// </summary>
internal sealed class MembershipLinks(GroupsDbContext db, Seals seals, ForgottenKeys keys, BlindIndex index)
{
    /// <summary>This person's own membership of a circle, or null.</summary>
    public Task<Membership?> FindOwnAsync(Guid circleId, Guid account, CancellationToken ct)
    {
        var wanted = index.OfLink(circleId, account);
        return db.MembershipAccounts
            .Where(link => link.CircleId == circleId && link.AccountIndex == wanted)
            .Join(db.Memberships, link => link.MembershipId, membership => membership.Id, (link, membership) => membership)
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>This person's own memberships of these circles.</summary>
    public async Task<List<Membership>> OwnAsync(IEnumerable<Guid> circleIds, Guid account, CancellationToken ct)
    {
        var wanted = circleIds.Select(circle => index.OfLink(circle, account)).ToArray();
        return await db.MembershipAccounts
            .Where(link => wanted.Contains(link.AccountIndex))
            .Join(db.Memberships, link => link.MembershipId, membership => membership.Id, (link, membership) => membership)
            .ToListAsync(ct);
    }

    /// <summary>Under which memberships a person is known here, for their access log.</summary>
    public async Task<Guid[]> OfPersonAsync(Guid account, CancellationToken ct)
    {
        var circles = await db.Circles.Select(circle => circle.Id).ToListAsync(ct);
        return [.. (await OwnAsync(circles, account, ct)).Select(membership => membership.Id)];
    }

    /// <summary>Writes down whose a new membership is.</summary>
    public async Task AddAsync(Membership membership, Guid account, CancellationToken ct) => db.MembershipAccounts.Add(MembershipAccount.Of(
        membership,
        index.OfLink(membership.CircleId, account),
        await seals.SealAsync(membership.Id, KeyPurpose.Personal, new("membership_account", "account", membership.Id), account.ToByteArray(), ct)));

    /// <summary>Cuts the link for good: nobody finds the person again, in this database or in a backup of it.</summary>
    public async Task CutAsync(Membership membership, CancellationToken ct)
    {
        await db.MembershipAccounts.Where(link => link.MembershipId == membership.Id).ExecuteDeleteAsync(ct);
        await keys.DestroyAsync(membership.Id, KeyPurpose.Personal, ct);
    }
}
