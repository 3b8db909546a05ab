using Journease.Messaging;

namespace Journease.CommunityGroups.Circles;

/// <summary>A small group that meets under pseudonyms, with somebody who looks after it.</summary>
internal sealed class Circle : Aggregate
{
    private Circle() => Id = SilentId.New();

    public string Name { get; private init; } = "";
    public string About { get; private init; } = "";
    public string Guidelines { get; private init; } = "";
    public string[] Topics { get; private init; } = [];
    public int Capacity { get; private init; }

    /// <summary>How many members it has. Counted by the database, which refuses one more than there are places.</summary>
    public int Members { get; private init; }

    /// <summary>The number of its newest post. Counted by the database, so that posts are numbered without gaps or doubles.</summary>
    public long LastPost { get; private init; }

    public static Circle Open(string name, string about, string guidelines, IEnumerable<string> topics, int capacity)
    {
        string[] distinct = [.. topics.Distinct(StringComparer.Ordinal)];
        if (!Array.TrueForAll(distinct, topic => topic is not null && CircleTopics.Known.Contains(topic)))
        {
            throw CircleProblems.TopicUnknown.Broken("Use the topic codes that articles use, for example sleep-disturbance.", "topics");
        }

        return new Circle
        {
            Name = WrittenText.Line(name, "name"),
            About = WrittenText.Lines(about, "about"),
            Guidelines = WrittenText.Lines(guidelines, "guidelines"),
            Topics = distinct,
            Capacity = capacity,
        };
    }
}
