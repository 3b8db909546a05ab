using Journease.Intake.Instruments;
using Journease.Intake.Tests.Scoring;

namespace Journease.Intake.Tests;

public sealed class InstrumentCatalogueTests
{
    [Fact]
    public void Items_are_numbered_from_one_without_a_gap_and_answers_from_nought()
    {
        foreach (var instrument in new InstrumentCatalogue().AllCurrent)
        {
            Assert.Equal(Enumerable.Range(1, instrument.Items.Count), instrument.Items.Select(item => item.Number));
            Assert.Equal(Enumerable.Range(0, instrument.Options.Count), instrument.Options.Select(option => option.Value));
            Assert.Equal(instrument.Items.Count, instrument.Items.Select(item => item.Code).Distinct().Count());
        }
        Assert.Equal((9, 4), (Given.Phq9.Items.Count, Given.Phq9.Options.Count));
        Assert.Equal((20, 5), (Given.Pcl5.Items.Count, Given.Pcl5.Options.Count));
    }

    [Fact]
    public void The_phq_9_carries_its_loinc_codes_in_order()
    {
        Assert.Equal(
            ["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8"],
            Given.Phq9.Items.Select(item => item.Code.Code));
        Assert.Equal(("44249-1", "44261-6"), (Given.Phq9.Panel.Code, Given.Phq9.Total.Code));
        Assert.Equal(["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"], Given.Phq9.Options.Select(option => option.Code.Code));
        Assert.Equal(9, Given.Phq9.SafetyItem);
    }

    [Fact]
    public void The_pcl_5_uses_loinc_for_panel_and_total_and_own_codes_for_items()
    {
        Assert.Equal(("101697-1", "101698-9"), (Given.Pcl5.Panel.Code, Given.Pcl5.Total.Code));
        Assert.All(Given.Pcl5.Items, item => Assert.Equal("urn:journease:code-system:pcl-5", item.Code.System));
    }

    [Fact]
    public void Every_instrument_has_its_licence_notice_and_says_that_the_wording_is_not_the_exact_one() =>
        Assert.All(new InstrumentCatalogue().AllCurrent, instrument =>
        {
            Assert.Contains("http://loinc.org/license", instrument.Licence, StringComparison.Ordinal);
            Assert.False(instrument.ExactWordingLoaded);
            Assert.Null(instrument.Scoring.ApprovedBy);
        });

    [Fact]
    public void No_description_repeats_the_official_wording()
    {
        var folder = SharedInputs.Folder("questionnaires");
        Assert.SkipWhen(folder is null, "The official questionnaires are not on this machine.");

        var official = File.ReadAllText(Path.Combine(folder!, "phq-9.pco.json"));

        Assert.All(Given.Phq9.Items, item => Assert.DoesNotContain(item.Short, official, StringComparison.OrdinalIgnoreCase));
    }
}
