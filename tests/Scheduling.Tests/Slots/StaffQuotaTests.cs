using System.Diagnostics;
using Journease.Scheduling.Practitioners;
using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.Slots;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Scheduling.Tests.Slots;

public sealed class StaffQuotaTests
{
    private static readonly SessionNeeds Dosing = new([new(Roles.Prescriber), new(Roles.Nurse, PerParticipants: 3)], Room: true, [new("chair", PerParticipants: 1)]);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(12, 4)]
    public void One_sitter_watches_over_three(int participants, int sitters)
    {
        var places = Dosing.PlacesFor(participants);

        Assert.Equal(1 + sitters, places.Count);
        Assert.Equal(Roles.Prescriber, places[0].Role);
        Assert.Equal(participants, Dosing.Equipment[0].For(participants));
    }

    [Fact]
    public void Who_fits_two_places_takes_the_one_that_nobody_else_can()
    {
        var both = Somebody(Roles.Prescriber, Roles.Nurse);
        var prescriber = Somebody(Roles.Prescriber);

        Assert.Equal([prescriber.Id, both.Id], StaffQuota.Fill(Dosing.PlacesFor(1), [both, prescriber], Preferences.None)!);
    }

    [Fact]
    public void Nobody_takes_two_places() =>
        Assert.Null(StaffQuota.Fill(Dosing.PlacesFor(1), [Somebody(Roles.Prescriber, Roles.Nurse)], Preferences.None));

    [Fact]
    public void Who_was_asked_for_is_there_also_as_a_sitter()
    {
        var (one, two, prescriber) = (Somebody(Roles.Nurse), Somebody(Roles.Nurse), Somebody(Roles.Prescriber));

        Assert.Equal([prescriber.Id, two.Id], StaffQuota.Fill(Dosing.PlacesFor(1), [one, two, prescriber], new(two.Id))!);
        Assert.Null(StaffQuota.Fill(Dosing.PlacesFor(1), [one, prescriber], new(two.Id)));
    }

    [Fact]
    public void A_preferred_gender_holds_for_who_leads_and_for_every_sitter()
    {
        var (man, woman) = (Somebody(Roles.Prescriber) with { Gender = Gender.Man }, Somebody(Roles.Prescriber) with { Gender = Gender.Woman });
        var (sitter, other) = (Somebody(Roles.Nurse) with { Gender = Gender.Woman }, Somebody(Roles.Nurse));

        Assert.Equal([woman.Id, other.Id], StaffQuota.Fill(Dosing.PlacesFor(1), [man, woman, other], new(PractitionerGender: Gender.Woman))!);
        Assert.Equal([man.Id, sitter.Id], StaffQuota.Fill(Dosing.PlacesFor(1), [man, other, sitter], new(SitterGender: Gender.Woman))!);
        Assert.Null(StaffQuota.Fill(Dosing.PlacesFor(4), [man, other, sitter], new(SitterGender: Gender.Woman)));
    }

    [Fact]
    public void A_qualification_is_needed_besides_the_role()
    {
        SessionNeeds needs = new([new(Roles.Nurse, Qualification: "resuscitation")], Room: false, []);
        var trained = Somebody(Roles.Nurse) with { Qualifications = ["resuscitation"] };

        Assert.Equal([trained.Id], StaffQuota.Fill(needs.PlacesFor(1), [Somebody(Roles.Nurse), trained], Preferences.None)!);
    }

    [Fact]
    public void Twelve_participants_and_thirty_people_are_assigned_at_once()
    {
        // Every second one could do both; the worst order there is.
        List<FreePractitioner> people = [.. Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? Somebody(Roles.Prescriber, Roles.Nurse) : Somebody(Roles.Nurse))];
        var places = Dosing.PlacesFor(12);
        StaffQuota.Fill(places, people, Preferences.None);

        var clock = Stopwatch.StartNew();
        var chosen = StaffQuota.Fill(places, people, Preferences.None);

        Assert.Equal(5, chosen!.Distinct().Count());
        Assert.True(clock.Elapsed < TimeSpan.FromMilliseconds(20), $"It took {clock.Elapsed}.");
    }

    private static FreePractitioner Somebody(params string[] roles) => new(Guid.CreateVersion7(), roles, [], null, []);
}
