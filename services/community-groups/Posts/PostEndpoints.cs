using Journease.ServiceDefaults.Auditing;

namespace Journease.CommunityGroups.Posts;

internal static class PostEndpoints
{
    internal static void MapPosts(this RouteGroupBuilder circles)
    {
        var posts = circles.MapGroup("/{circleId:guid}/posts").WithTags("Posts").AboutNamed();
        posts.MapWritePost();
        posts.MapListPosts();
    }
}
