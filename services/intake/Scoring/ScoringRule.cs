namespace Journease.Intake.Scoring;

/// <summary>One version of how an instrument is scored, where that comes from, and who at the practice approved it.</summary>
/// <param name="Version">A stored score names the version it was made with.</param>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="ApprovedBy">The medical director's sign-off; null while it is a default of the platform.</param>
/// <param name="MissingAllowed">Up to so many missing answers are filled with the mean of the others; more: no total.</param>
/// <param name="Cut">From this total on a clinician should look closer.</param>
/// <param name="SymptomAt">From this answer on an item counts as a symptom; null where symptoms are not counted.</param>
/// <param name="Bands">Names of ranges of the total, lowest first.</param>
/// <param name="Clusters">Groups of neighbouring items.</param>
internal sealed record ScoringRule(
    int Version,
    string Source,
    string? ApprovedBy,
    int MissingAllowed,
    int Cut,
    int? SymptomAt,
    IReadOnlyList<Band> Bands,
    IReadOnlyList<Cluster> Clusters);

/// <summary>The range of totals from here to the next band.</summary>
internal sealed record Band(int From, string Code);

/// <summary>Neighbouring items that belong together, and how many of them must be symptoms.</summary>
internal sealed record Cluster(string Code, int From, int To, int SymptomsNeeded);
