using System.Collections.Frozen;

namespace Journease.Content.Topics;

/// <summary>What an article can be about: one of the five trauma effects, a practice, or something that is information only.</summary>
/// <param name="Code">Stable; the same code is used by check-ins, session types and circles.</param>
/// <param name="Name">What readers see.</param>
/// <param name="Kind">What sort of topic it is.</param>
/// <param name="Notice">What every article on it must say, or null.</param>
internal sealed record Topic(string Code, string Name, TopicKind Kind, string? Notice = null)
{
    public static readonly IReadOnlyList<Topic> All =
    [
        new("heightened-anxiety", "Heightened anxiety", TopicKind.TraumaEffect),
        new("flashbacks", "Flashbacks", TopicKind.TraumaEffect),
        new("emotional-numbness", "Emotional numbness", TopicKind.TraumaEffect),
        new("hypervigilance", "Hypervigilance", TopicKind.TraumaEffect),
        new("sleep-disturbance", "Sleep disturbance", TopicKind.TraumaEffect),
        new("ketamine-sessions", "Ketamine sessions", TopicKind.Practice),
        new("somatic-therapy", "Somatic therapy", TopicKind.Practice),
        new("self-compassion", "Self-compassion practice", TopicKind.Practice),
        new("mindfulness-and-meditation", "Mindfulness and meditation", TopicKind.Practice),
        new("cognitive-behavioural-therapy", "Cognitive-behavioural therapy", TopicKind.Practice),
        new("counselling", "Counselling", TopicKind.Practice),
        new("art-therapy", "Art therapy", TopicKind.Practice),
        new("music-therapy", "Music therapy", TopicKind.Practice),
        new("mdma-therapy", "MDMA therapy", TopicKind.InformationOnly,
            "MDMA therapy is still being researched. It is not available here, and nothing on this site can plan or book it."),
    ];

    private static readonly FrozenDictionary<string, Topic> ByCode = All.ToFrozenDictionary(topic => topic.Code);

    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    /// <summary>The notice that an article with these topics carries, or null.</summary>
    public static string? NoticeFor(IEnumerable<string> codes) =>
        codes.Select(code => ByCode.GetValueOrDefault(code)?.Notice).FirstOrDefault(notice => notice is not null);
}
