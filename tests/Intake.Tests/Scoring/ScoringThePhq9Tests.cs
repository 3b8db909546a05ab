using Journease.Intake.Scoring;

namespace Journease.Intake.Tests.Scoring;

/// <summary>The expectation is a table written by hand and a count of characters, not the arithmetic of the product.</summary>
public sealed class ScoringThePhq9Tests
{
    // The band of each total from 0 to 27.
    private static readonly string[] BandOfTotal =
    [
        "minimal", "minimal", "minimal", "minimal", "minimal",
        "mild", "mild", "mild", "mild", "mild",
        "moderate", "moderate", "moderate", "moderate", "moderate",
        "moderately-severe", "moderately-severe", "moderately-severe", "moderately-severe", "moderately-severe",
        "severe", "severe", "severe", "severe", "severe", "severe", "severe", "severe",
    ];

    [Fact]
    public void All_262144_complete_answer_sheets_are_scored_as_the_table_says()
    {
        for (var sheet = 0; sheet < 1 << 18; sheet++)
        {
            var answers = string.Concat(Enumerable.Range(0, 9).Select(item => (sheet >> (2 * item)) & 3));
            var total = answers.Count('1'.Equals) + (2 * answers.Count('2'.Equals)) + (3 * answers.Count('3'.Equals));

            var score = Given.Score(Given.Phq9, answers);

            Assert.True(
                score.Total == total && score.Band == BandOfTotal[total] && score.ReachesCut == (total > 9) && score.Missing == 0
                    && score.Action == (answers[8] != '0' ? ActionCode.Urgent : total > 9 ? ActionCode.Review : ActionCode.None),
                $"{answers}: {score}");
        }
    }

    [Theory]
    [InlineData("000000000", 0, "minimal")]
    [InlineData("111100000", 4, "minimal")]
    [InlineData("111110000", 5, "mild")]
    [InlineData("333000000", 9, "mild")]
    [InlineData("333100000", 10, "moderate")]
    [InlineData("333320000", 14, "moderate")]
    [InlineData("333330000", 15, "moderately-severe")]
    [InlineData("333333100", 19, "moderately-severe")]
    [InlineData("333333200", 20, "severe")]
    [InlineData("333333333", 27, "severe")]
    public void Each_band_begins_and_ends_where_it_should(string answers, int total, string band)
    {
        var score = Given.Score(Given.Phq9, answers);

        Assert.Equal((total, band), (score.Total, score.Band));
    }

    [Theory]
    [InlineData("-11111110", 8)] // 7 of 8: 7.875
    [InlineData("-11110000", 5)] // 4 of 8: 4.5, a half goes up
    [InlineData("-33330000", 14)] // 12 of 8: 13.5, a half goes up
    [InlineData("--1111100", 6)] // 5 of 7: 6.43
    [InlineData("--3333333", 27)]
    [InlineData("--0000000", 0)]
    [InlineData("00000000-", 0)]
    public void One_or_two_missing_answers_count_as_the_mean_of_the_others(string answers, int total) =>
        Assert.Equal(total, Given.Score(Given.Phq9, answers).Total);

    [Fact]
    public void Every_pair_of_missing_answers_is_imputed_and_rounded()
    {
        var random = new Random(2026);
        for (var first = 0; first < 9; first++)
        {
            for (var second = first; second < 9; second++)
            {
                for (var round = 0; round < 500; round++)
                {
                    var answers = string.Concat(Enumerable.Range(0, 9)
                        .Select(item => item == first || item == second ? '-' : (char)('0' + random.Next(4))));
                    var given = answers.Count(answer => answer != '-');
                    var sum = answers.Where(answer => answer != '-').Sum(answer => answer - '0');
                    var imputed = ((2 * sum * 9) + given) / (2 * given); // floor(x + 1/2) in whole numbers

                    var score = Given.Score(Given.Phq9, answers);

                    Assert.Equal((imputed, BandOfTotal[imputed]), (score.Total, score.Band));
                }
            }
        }
    }

    [Theory]
    [InlineData("---333330", 3, ActionCode.Review)]
    [InlineData("----00000", 4, ActionCode.Review)]
    [InlineData("--------0", 8, ActionCode.Review)]
    [InlineData("---333333", 3, ActionCode.Urgent)]
    public void With_three_or_more_missing_there_is_no_score_and_somebody_looks(string answers, int missing, object action)
    {
        var score = Given.Score(Given.Phq9, answers);

        Assert.Equal((null, null, null, missing), (score.Total, score.Band, score.ReachesCut, score.Missing));
        Assert.Equal(action, score.Action);
    }

    [Theory]
    [InlineData("000000001", SafetySign.Positive)]
    [InlineData("000000003", SafetySign.Positive)]
    [InlineData("00000000-", SafetySign.Skipped)]
    [InlineData("---------", SafetySign.Skipped)]
    [InlineData("333333330", SafetySign.None)]
    public void Item_9_is_never_just_part_of_the_total_and_never_taken_for_no(string answers, object sign)
    {
        Assert.Equal(sign, SafetySigns.In(Given.Phq9, Given.Values(answers)));
        Assert.Equal((SafetySign)sign is not SafetySign.None, Given.Score(Given.Phq9, answers).Action is ActionCode.Urgent);
    }
}
