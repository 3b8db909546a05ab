using Journease.Content.Tests.Integration;
using Journease.Testing.Authorization;

namespace Journease.Content.Tests.Authorization;

/// <summary>One article is published, one is a draft.</summary>
[Trait("Needs", "servers")]
public sealed class ArticleMatrixTests(ContentHost content) : AuthorizationMatrix<Program>(content, "/content/v1", "content"), IClassFixture<ContentHost>
{
    private readonly ContentHost content = content;

    protected override async Task<Scene> ArrangeAsync()
    {
        var scene = new Scene();
        var article = await content.PublishedAsync($"Sleep {Guid.CreateVersion7():N}");
        var draft = await content.DraftAsync($"Rest {Guid.CreateVersion7():N}");
        scene["article"] = article.ArticleId;
        scene["slug"] = article.Slug;
        scene["draft"] = draft.ArticleId;
        scene["draftSlug"] = draft.Slug;
        scene["draftEtag"] = (await content.ManuscriptAsync(draft.ArticleId)).Etag;
        return scene;
    }
}
