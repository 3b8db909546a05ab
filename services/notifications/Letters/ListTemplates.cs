using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Notifications.Letters;

/// <summary>Administrators and operators see which letters there are.</summary>
internal static class ListTemplates
{
    public sealed record Response(IReadOnlyList<string> Templates);

    internal static void MapListTemplates(this RouteGroupBuilder templates) =>
        templates.MapGet("/", Handle)
            .WithName(nameof(ListTemplates))
            .WithSummary("The letters that there are");

    private static Ok<Response> Handle() => TypedResults.Ok(new Response(Letters.Templates.Names));
}
