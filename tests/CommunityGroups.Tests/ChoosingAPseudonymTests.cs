using Journease.CommunityGroups.Memberships;
using Journease.ServiceDefaults.Errors;

namespace Journease.CommunityGroups.Tests;

public sealed class ChoosingAPseudonymTests
{
    [Theory]
    [InlineData("River Stone", "river stone")]
    [InlineData("River Stone", "  River \u00a0 Stone ")]
    [InlineData("River", "Ri\u200bver\u200d")]
    [InlineData("River", "\u202eRiver\u202c")]
    [InlineData("River", "Ｒｉｖｅｒ")]
    [InlineData("Elan", "ELAN")]
    [InlineData("Élan", "E\u0301lan")]
    [InlineData("Pascha", "Раscha")]
    [InlineData("fi sh", "ﬁ sh")]
    public void Names_that_look_alike_count_as_one(string one, string other) =>
        Assert.Equal(Pseudonym.From(one).Key, Pseudonym.From(other).Key);

    [Theory]
    [InlineData("River", "Rivers")]
    [InlineData("Anna 1", "Anna 2")]
    public void Names_that_differ_stay_apart(string one, string other) =>
        Assert.NotEqual(Pseudonym.From(one).Key, Pseudonym.From(other).Key);

    [Theory]
    [InlineData("River")]
    [InlineData("Badminton fan")]
    [InlineData("Modest Mary")]
    [InlineData("O'Neill")]
    [InlineData("眠り")]
    [InlineData("मीरा")]
    public void Ordinary_names_are_taken_as_they_are(string name) => Assert.Equal(name, Pseudonym.From(name).Shown);

    [Theory]
    [InlineData("Facilitator")]
    [InlineData("The FACILITATOR of all")]
    [InlineData("F a c i l i t a t o r")]
    [InlineData("F.a-c_ilitator")]
    [InlineData("Facilitat0r")]
    [InlineData("Fасilitаtоr")]
    [InlineData("Facili\u200btator")]
    [InlineData("ｆａｃｉｌｉｔａｔｏｒ")]
    [InlineData("Fácilitätor")]
    [InlineData("Journease team")]
    [InlineData("Dr. Miller")]
    [InlineData("Admin")]
    [InlineData("Nurse Joy")]
    [InlineData("M0derator")]
    public void A_name_that_passes_for_the_practice_is_refused(string name) => AssertRefused(name);

    [Theory]
    [InlineData("A")]
    [InlineData("")]
    [InlineData("\u200b\u200b\u200b")]
    [InlineData("...")]
    [InlineData("1234567890123456789012345678901")]
    [InlineData("a<b>c")]
    [InlineData("me@example.org")]
    [InlineData("A\u0007B")]
    [InlineData("A\ud800B")]
    [InlineData("ﷺﷺﷺﷺﷺﷺ")]
    [InlineData("\u0301\u0301\u0301")]
    public void A_name_that_cannot_be_shown_is_refused(string name) => AssertRefused(name);

    private static void AssertRefused(string name)
    {
        var refused = Assert.Throws<RuleBrokenException>(() => Pseudonym.From(name));

        Assert.Equal((MembershipProblems.PseudonymUnusable, "pseudonym"), (refused.Type, refused.Field));
    }
}
