using System.Collections.Frozen;

namespace Journease.CommunityGroups.Circles;

/// <summary>What a circle can be about: the five trauma effects and the practices, by the codes that the whole platform uses.</summary>
internal static class CircleTopics
{
    public static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "heightened-anxiety", "flashbacks", "emotional-numbness", "hypervigilance", "sleep-disturbance",
        "ketamine-sessions", "somatic-therapy", "self-compassion", "mindfulness-and-meditation", "cognitive-behavioural-therapy",
        "counselling", "art-therapy", "music-therapy",
    ]);
}
