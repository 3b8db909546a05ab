using Journease.Intake.Scoring;

namespace Journease.Intake.Tests.Scoring;

/// <summary>The expectation goes by a map of letters; what is missing is judged by its two extreme completions.</summary>
public sealed class ScoringThePcl5Tests
{
    private const string ClusterOfItem = "BBBBBCCDDDDDDDEEEEEE";

    private static readonly Dictionary<char, int> Needed = new() { ['B'] = 1, ['C'] = 1, ['D'] = 2, ['E'] = 2 };

    [Fact]
    public void Fifty_thousand_complete_answer_sheets_are_scored_as_the_map_says()
    {
        var random = new Random(5);
        for (var round = 0; round < 50_000; round++)
        {
            // Some people answer low, some high, so that totals of all sizes come up.
            var highest = random.Next(1, 6);
            var answers = string.Concat(Enumerable.Range(0, 20).Select(_ => random.Next(highest)));
            var total = "1234".Sum(value => (value - '0') * answers.Count(value.Equals));

            var score = Given.Score(Given.Pcl5, answers);

            Assert.True(
                score.Total == total && score.ReachesCut == (total > 32) && score.Band is null
                    && score.ProvisionalDiagnosis == Diagnosis(answers)
                    && score.Clusters.All(cluster => cluster.Sum == SumOf(cluster.Code[0], answers))
                    && score.Action == (total > 32 || Diagnosis(answers) ? ActionCode.Review : ActionCode.None),
                $"{answers}: {score}");
        }
    }

    [Fact]
    public void Every_total_from_0_to_80_is_on_its_side_of_the_cut()
    {
        for (var total = 0; total <= 80; total++)
        {
            var answers = new string('4', total / 4) + (total % 4 == 0 ? "" : $"{total % 4}");

            var score = Given.Score(Given.Pcl5, answers.PadRight(20, '0'));

            Assert.Equal((total, (bool?)(total is not (>= 0 and <= 32))), (score.Total, score.ReachesCut));
        }
    }

    [Theory]
    [InlineData("20000200222000000022", true)] // more than enough in D
    [InlineData("20000202200000220000", true)] // exactly enough in each
    [InlineData("10000202200000220000", false)] // no B
    [InlineData("20000112200000220000", false)] // no C
    [InlineData("20000202100000220000", false)] // one D short
    [InlineData("20000202200000210000", false)] // one E short
    [InlineData("22222222222222222221", true)]
    [InlineData("11111111111111111111", false)]
    [InlineData("00002022000002000022", true)] // the last of each cluster
    [InlineData("00000222000002200002", false)] // items 6 and 7 are C: nothing in B
    public void Symptoms_from_2_on_count_in_their_own_cluster(string answers, bool diagnosis) =>
        Assert.Equal(diagnosis, Given.Score(Given.Pcl5, answers).ProvisionalDiagnosis);

    [Fact]
    public void Cluster_sums_reach_from_nothing_to_their_full_range()
    {
        var none = Given.Score(Given.Pcl5, new string('0', 20)).Clusters;
        var full = Given.Score(Given.Pcl5, new string('4', 20)).Clusters;

        Assert.Equal([("B", 0), ("C", 0), ("D", 0), ("E", 0)], none.Select(cluster => (cluster.Code, cluster.Sum!.Value)));
        Assert.Equal([("B", 20), ("C", 8), ("D", 28), ("E", 24)], full.Select(cluster => (cluster.Code, cluster.Sum!.Value)));
    }

    [Fact]
    public void One_missing_answer_takes_the_total_and_its_own_cluster_and_somebody_looks()
    {
        for (var missing = 0; missing < 20; missing++)
        {
            var answers = new string('0', 20).Remove(missing, 1).Insert(missing, "-");

            var score = Given.Score(Given.Pcl5, answers);

            Assert.Equal((null, null, 1, ActionCode.Review), (score.Total, score.ReachesCut, score.Missing, score.Action));
            Assert.Equal([ClusterOfItem[missing]], score.Clusters.Where(cluster => cluster.Sum is null).Select(cluster => cluster.Code[0]));
        }
    }

    [Fact]
    public void With_answers_missing_a_diagnosis_is_said_only_where_no_answer_could_change_it()
    {
        var random = new Random(33);
        for (var round = 0; round < 20_000; round++)
        {
            var highest = random.Next(2, 6);
            var answers = string.Concat(Enumerable.Range(0, 20).Select(_ => random.Next(6) == 0 ? '-' : (char)('0' + random.Next(highest))));
            var (least, most) = (Diagnosis(answers.Replace('-', '0')), Diagnosis(answers.Replace('-', '4')));

            Assert.Equal(least == most ? (bool?)least : null, Given.Score(Given.Pcl5, answers).ProvisionalDiagnosis);
        }
    }

    private static int SumOf(char cluster, string answers) =>
        answers.Where((_, item) => ClusterOfItem[item] == cluster).Sum(answer => answer - '0');

    private static bool Diagnosis(string answers) =>
        Needed.All(cluster => answers.Where((answer, item) => ClusterOfItem[item] == cluster.Key && answer >= '2').Count() >= cluster.Value);
}
