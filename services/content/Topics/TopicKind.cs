namespace Journease.Content.Topics;

/// <summary>What sort of topic it is.</summary>
internal enum TopicKind
{
    /// <summary>One of the five ways in which trauma shows.</summary>
    TraumaEffect,

    /// <summary>Something that a care plan can hold and a person can book.</summary>
    Practice,

    /// <summary>Articles may speak of it; nothing can plan or book it.</summary>
    InformationOnly,
}
