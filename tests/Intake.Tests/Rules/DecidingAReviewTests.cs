using System.Text;
using Journease.Intake.Clearances;
using Journease.Intake.Reviews;
using Journease.Intake.Scoring;
using Journease.Sealing;
using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Tests.Rules;

public sealed class DecidingAReviewTests
{
    private static readonly DateTimeOffset Now = new(2031, 5, 6, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Prescriber = Guid.CreateVersion7();

    [Fact]
    public void Risk_only_rises()
    {
        var review = Waiting(ActionCode.Review);

        review.RaiseRisk(ActionCode.Urgent);
        review.RaiseRisk(ActionCode.None);

        Assert.Equal(ActionCode.Urgent, review.Risk);
    }

    [Fact]
    public void A_decision_on_another_version_than_was_read_is_refused()
    {
        var review = Waiting();

        Assert.Equal("review-changed", Refusal(() => review.Decide(Decision.Refer, Text("Reasons."), Prescriber, review.Version + 1, Now)));
        Assert.Null(review.DecidedAt);
    }

    [Fact]
    public void A_review_is_decided_once()
    {
        var review = Cleared();

        Assert.Equal("review-already-decided", Refusal(() => review.Decide(Decision.NotNow, Text("Other."), Prescriber, review.Version, Now)));
        Assert.Equal(Decision.Clear, review.Decision);
    }

    [Fact]
    public void A_clearance_ends_to_the_instant_after_its_days()
    {
        var clearance = Clearance.Grant(Cleared(), new(true, true), Clearance.Ketamine, 6, 90, Now);

        Assert.Equal((Now, Now.AddDays(90), Prescriber), (clearance.GrantedAt, clearance.ExpiresAt, clearance.GrantedBy));
    }

    [Theory]
    [InlineData(false, true, "ketamine", "in-person-evaluation-missing")]
    [InlineData(true, false, "ketamine", "prescription-monitoring-missing")]
    [InlineData(true, true, "mdma", "clearance-scope-unknown")]
    public void Nobody_is_cleared_without_what_the_law_and_the_practice_ask(bool inPerson, bool monitoring, string scope, string code) =>
        Assert.Equal(code, Refusal(() => Clearance.Grant(Cleared(), new(inPerson, monitoring), scope, 6, 90, Now)));

    [Fact]
    public void The_first_reason_of_a_withdrawal_stays()
    {
        var clearance = Clearance.Grant(Cleared(), new(true, true), Clearance.Ketamine, 6, 90, Now);

        clearance.Withdraw(Prescriber, Text("First."), Now);
        clearance.Withdraw(Guid.CreateVersion7(), Text("Second."), Now.AddHours(1));

        Assert.Equal((Now, Prescriber, Text("First.")), (clearance.WithdrawnAt, clearance.WithdrawnBy, clearance.WithdrawalReason));
    }

    private static Review Waiting(ActionCode risk = ActionCode.None) => Review.Open(Guid.CreateVersion7(), [], risk, Now);

    private static Review Cleared()
    {
        var review = Waiting();
        review.Decide(Decision.Clear, Text("Reasons."), Prescriber, review.Version, Now);
        return review;
    }

    // What is in it is for the acts to open; here only which one was kept counts.
    private static Sealed Text(string text) => Sealed.FromBytes(Encoding.UTF8.GetBytes(text));

    private static string Refusal(Action act) => Assert.Throws<RuleBrokenException>(act).Type.Code;
}
