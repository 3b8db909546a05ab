using Journease.Intake.Instruments;

namespace Journease.Intake.Scoring;

/// <summary>Pure arithmetic: the same answers under the same rule version always give the same score.</summary>
internal static class Scorer
{
    /// <param name="instrument">The version of the instrument that was answered.</param>
    /// <param name="values">The answers that are numbers; what was declined or left out is missing.</param>
    public static Score Score(Instrument instrument, IReadOnlyDictionary<int, int> values)
    {
        var rule = instrument.Scoring;
        var missing = instrument.Items.Count - values.Count;
        int? total = missing <= rule.MissingAllowed ? MeanImputedSum(values.Values, instrument.Items.Count) : null;
        var clusters = rule.Clusters.Select(cluster => ScoreOf(cluster, values, rule.SymptomAt)).ToList();
        var diagnosis = Diagnosis(rule, values, clusters);
        bool? reachesCut = total is { } sum ? sum >= rule.Cut : null;
        var safe = SafetySigns.In(instrument, values) is SafetySign.None;

        return new Score(
            rule.Version, total, total is { } known ? BandOf(rule, known) : null, missing, reachesCut, clusters, diagnosis,
            Action: !safe ? ActionCode.Urgent
                // What could not be scored is looked at by a person: "unknown" is never "nothing".
                : reachesCut is not false || diagnosis is true ? ActionCode.Review
                : ActionCode.None);
    }

    // Each missing answer counts as the mean of the given ones; halves round up, as clinicians round.
    private static int MeanImputedSum(IEnumerable<int> given, int items)
    {
        var values = given.ToList();
        return (int)Math.Round((decimal)values.Sum() * items / values.Count, MidpointRounding.AwayFromZero);
    }

    private static string? BandOf(ScoringRule rule, int total) => rule.Bands.LastOrDefault(band => band.From <= total)?.Code;

    private static ClusterScore ScoreOf(Cluster cluster, IReadOnlyDictionary<int, int> values, int? symptomAt)
    {
        var items = Enumerable.Range(cluster.From, cluster.To - cluster.From + 1).ToList();
        int? sum = items.All(values.ContainsKey) ? items.Sum(item => values[item]) : null;
        return new ClusterScore(cluster.Code, sum, items.Count(item => values.TryGetValue(item, out var value) && value >= symptomAt));
    }

    private static bool? Diagnosis(ScoringRule rule, IReadOnlyDictionary<int, int> values, List<ClusterScore> clusters)
    {
        if (rule.SymptomAt is null)
        {
            return null;
        }

        // A missing answer can only add a symptom: "yes" stays yes, "no" is certain only if no further answer could change it.
        var shortOf = rule.Clusters.Zip(clusters).Where(pair => pair.Second.Symptoms < pair.First.SymptomsNeeded).Select(pair => pair.First).ToList();
        return shortOf.Count == 0 ? true : shortOf.Any(cluster => CannotBeReached(cluster, rule, values)) ? false : null;
    }

    private static bool CannotBeReached(Cluster cluster, ScoringRule rule, IReadOnlyDictionary<int, int> values) =>
        Enumerable.Range(cluster.From, cluster.To - cluster.From + 1)
            .Count(item => !values.TryGetValue(item, out var value) || value >= rule.SymptomAt) < cluster.SymptomsNeeded;
}
