using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Content.Topics;

/// <summary>Everybody can see what articles may be about.</summary>
internal static class ListTopics
{
    public sealed record TopicItem(string Code, string Name, TopicKind Kind, string? Notice);

    public sealed record Response(IReadOnlyList<TopicItem> Items);

    internal static void MapTopics(this RouteGroupBuilder api) =>
        api.MapGet("/topics", Handle)
            .WithName(nameof(ListTopics))
            .WithSummary("List the topics of articles")
            .WithTags("Topics")
            .WithoutPersonalData()
            .AllowAnonymous();

    private static Ok<Response> Handle() =>
        TypedResults.Ok(new Response([.. Topic.All.Select(topic => new TopicItem(topic.Code, topic.Name, topic.Kind, topic.Notice))]));
}
