using Journease.Contracts.Intake;
using Journease.Scheduling.Gates;
using NodaTime;
using static Journease.Scheduling.Gates.GateCondition;

namespace Journease.Scheduling.Tests.Gates;

public sealed class GateReadingTests
{
    private static readonly Guid Client = Guid.CreateVersion7();
    private static readonly DateTimeOffset Session = new(2026, 10, 14, 14, 0, 0, TimeSpan.Zero);
    private static readonly DosingPlan Alone = new(
        Session, Session.AddHours(3), DateTimeZoneProviders.Tzdb["America/New_York"], [], [new(Session.AddDays(-2), Done: true)]);

    [Fact]
    public void A_cleared_and_prepared_client_may_book_and_nothing_unfed_is_met()
    {
        var met = GateReading.Met(Cleared(), Alone);

        Assert.Empty(GateRules.Missing(GateStage.Booked, met));
        Assert.Equal([EscortNamed], GateRules.Missing(GateStage.Confirmed, met));
        Assert.Equal([EscortNamed, SafetyQuestions, TodaysCheck, IntakeAgrees], GateRules.Missing(GateStage.Started, met));
    }

    [Fact]
    public void Nobody_is_cleared_of_whom_nothing_is_known() =>
        Assert.Equal([Clearance, SessionsLeft, TreatmentConsent, CareTeamReview], GateRules.Missing(GateStage.Booked, GateReading.Met(null, Alone)));

    [Fact]
    public void A_clearance_that_ends_during_the_session_does_not_cover_it() =>
        Assert.Equal([Clearance, SessionsLeft], Missing(Cleared(expires: Session.AddHours(2)), Alone));

    [Fact]
    public void A_clearance_for_something_else_does_not_count() =>
        Assert.Equal([Clearance, SessionsLeft], Missing(Cleared(scope: "other"), Alone));

    [Fact]
    public void A_clearance_covers_no_more_sessions_than_it_says() =>
        Assert.Equal([SessionsLeft], Missing(Cleared(sessions: 1), Alone with { OtherSessions = [Session.AddDays(10)] }));

    [Fact]
    public void A_preparation_counts_only_when_it_ends_before_the_session() =>
        Assert.Equal([PreparationArranged], Missing(Cleared(), Alone with { Preparations = [new(Session.AddMinutes(1), Done: true)] }));

    [Theory]
    [InlineData("high", true)]
    [InlineData("moderate", false)]
    public void Only_a_high_concern_closes_the_gate_also_when_acknowledged(string grade, bool closes)
    {
        var gate = Cleared();
        gate.NoteConcern(new SafetyConcernAcknowledged { SubjectId = Client, AggregateId = Guid.CreateVersion7(), AggregateVersion = 2, Grade = grade }, grade, open: true);

        Assert.Equal(closes ? [CareTeamReview] : [], Missing(gate, Alone));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(-2, false)]
    [InlineData(3, true)]
    [InlineData(-3, true)]
    public void Sessions_are_three_days_apart(int days, bool enough) =>
        Assert.Equal(enough, !Missing(Cleared(), Alone with { OtherSessions = [Session.AddDays(days)] }).Contains(DaysBetween));

    [Fact]
    public void Days_are_days_of_the_wall_clock_not_stretches_of_hours() =>
        Assert.DoesNotContain(DaysBetween, Missing(Cleared(), Alone with { OtherSessions = [Session.AddDays(3).AddHours(-1)] }));

    [Theory]
    [InlineData(-3, 3, false)] // three in seven days
    [InlineData(-3, -6, false)]
    [InlineData(-3, 4, true)] // -3..3 and -2..4 hold two each
    [InlineData(3, 6, false)]
    [InlineData(-4, 7, true)]
    public void There_are_at_most_two_sessions_in_any_seven_days(int one, int other, bool allowed) =>
        Assert.Equal(allowed, !Missing(Cleared(), Alone with { OtherSessions = [Session.AddDays(one), Session.AddDays(other)] }).Contains(SessionsPerWeek));

    private static IReadOnlyList<GateCondition> Missing(Gate gate, DosingPlan plan) => GateRules.Missing(GateStage.Booked, GateReading.Met(gate, plan));

    private static Gate Cleared(DateTimeOffset? expires = null, int sessions = 6, string scope = "ketamine")
    {
        var gate = Gate.Of(Client);
        gate.Note(new ClearanceGranted
        {
            SubjectId = Client,
            AggregateId = Guid.CreateVersion7(),
            AggregateVersion = 1,
            OccurredAt = Session.AddDays(-20),
            Scope = scope,
            ExpiresAt = expires ?? Session.AddDays(70),
            MaximumSessions = sessions,
        });
        gate.NoteConsent(new ConsentSigned { SubjectId = Client, AggregateId = Guid.CreateVersion7(), AggregateVersion = 1, Kind = "treatment", DocumentVersion = 1 }, "treatment", inForce: true);
        return gate;
    }
}
