using Journease.Contracts.CommunityGroups;
using Journease.Messaging;

namespace Journease.CommunityGroups.Memberships;

/// <summary>Somebody's place in one circle, under a pseudonym. Whose it is, is written elsewhere.</summary>
internal sealed class Membership : Aggregate
{
    private Membership() => Id = SilentId.New();

    public Guid CircleId { get; private init; }
    public string Pseudonym { get; private set; } = "";

    /// <summary>Equal for pseudonyms that look alike; unique within the circle, also among those who left.</summary>
    public string PseudonymKey { get; private set; } = "";
    public MembershipStatus Status { get; private set; }
    public DateTimeOffset RequestedAt { get; private set; }
    public DateTimeOffset? FirstApprovedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static Membership Request(Guid circleId, Pseudonym pseudonym, DateTimeOffset now)
    {
        var membership = new Membership { CircleId = circleId };
        membership.Ask(pseudonym, now);
        return membership;
    }

    /// <summary>Somebody who left or was declined may ask again; who was once in keeps the name that the circle knows.</summary>
    public void RequestAgain(Pseudonym pseudonym, DateTimeOffset now)
    {
        if (Status is MembershipStatus.Requested or MembershipStatus.Approved)
        {
            throw MembershipProblems.AlreadyThere.Broken("Wait for the facilitator's answer, or read the circle's posts.");
        }
        if (FirstApprovedAt is not null && pseudonym.Key != PseudonymKey)
        {
            throw MembershipProblems.PseudonymKept.Broken("Ask again under the name you had here before.", "pseudonym");
        }
        Ask(pseudonym, now);
    }

    /// <summary>True when this lets somebody in who was not in before. Approving twice is allowed and changes nothing.</summary>
    public bool Approve(DateTimeOffset now)
    {
        if (Status == MembershipStatus.Approved)
        {
            return false;
        }
        RefuseUnlessWaiting();
        Status = MembershipStatus.Approved;
        FirstApprovedAt ??= now;
        Announce(new MembershipApproved { SubjectId = Id, CircleId = CircleId });
        return true;
    }

    /// <summary>Declining twice is allowed and changes nothing.</summary>
    public void Decline(DateTimeOffset now)
    {
        if (Status == MembershipStatus.Declined)
        {
            return;
        }
        RefuseUnlessWaiting();
        End(MembershipStatus.Declined, now);
    }

    /// <summary>True when this frees a place. Leaving twice is allowed and changes nothing; a request is taken back.</summary>
    public bool Leave(DateTimeOffset now)
    {
        if (Status is MembershipStatus.Ended or MembershipStatus.Declined)
        {
            return false;
        }
        var freesPlace = Status == MembershipStatus.Approved;
        End(MembershipStatus.Ended, now);
        return freesPlace;
    }

    private void Ask(Pseudonym pseudonym, DateTimeOffset now)
    {
        (Pseudonym, PseudonymKey) = (pseudonym.Shown, pseudonym.Key);
        (Status, RequestedAt, EndedAt) = (MembershipStatus.Requested, now, null);
        Announce(new MembershipRequested { SubjectId = Id, CircleId = CircleId });
    }

    private void End(MembershipStatus how, DateTimeOffset now)
    {
        (Status, EndedAt) = (how, now);
        Announce(new MembershipEnded { SubjectId = Id, CircleId = CircleId });
    }

    private void RefuseUnlessWaiting()
    {
        if (Status != MembershipStatus.Requested)
        {
            throw MembershipProblems.NotWaiting.Broken("Look at the list again: it was answered or taken back.");
        }
    }
}
