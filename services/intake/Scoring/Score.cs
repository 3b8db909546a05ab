namespace Journease.Intake.Scoring;

/// <summary>What the answers add up to under one version of the rule. It proposes; a clinician decides.</summary>
/// <param name="RuleVersion">The version of the scoring rule.</param>
/// <param name="Total">Null: not scorable, too many answers are missing.</param>
/// <param name="Band">The name of the total's range, where the rule has bands.</param>
/// <param name="Missing">Answers that are missing or declined.</param>
/// <param name="ReachesCut">Null where there is no total.</param>
/// <param name="Clusters">The sum of each cluster; null where an answer of it is missing.</param>
/// <param name="ProvisionalDiagnosis">By symptoms counted; null where the rule counts none, or missing answers could change it.</param>
/// <param name="Action">What it asks of the practice.</param>
internal sealed record Score(
    int RuleVersion,
    int? Total,
    string? Band,
    int Missing,
    bool? ReachesCut,
    IReadOnlyList<ClusterScore> Clusters,
    bool? ProvisionalDiagnosis,
    ActionCode Action);

/// <summary>The sum of one cluster and the symptoms in it.</summary>
internal sealed record ClusterScore(string Code, int? Sum, int Symptoms);
