using Journease.Portal.Gateway;

namespace Journease.Portal.Articles;

/// <summary>Articles as the gateway gives them to anybody.</summary>
internal sealed class ArticlesClient(GatewayClient gateway)
{
    public Task<Reading<ArticleList>> ListAsync(string? topic, string? series, string? after, int limit, CancellationToken ct)
    {
        var asked = new Dictionary<string, string?> { ["topic"] = topic, ["series"] = series, ["after"] = after };
        var query = string.Concat(asked.Where(part => !string.IsNullOrEmpty(part.Value))
            .Select(part => $"&{part.Key}={Uri.EscapeDataString(part.Value!)}"));
        return gateway.ReadAsync<ArticleList>($"/content/v1/articles?limit={limit}{query}", ct);
    }

    public Task<Reading<Article>> ReadAsync(string slug, CancellationToken ct) =>
        gateway.ReadAsync<Article>("/content/v1/articles/" + Uri.EscapeDataString(slug), ct);

    public Task<Reading<TopicList>> TopicsAsync(CancellationToken ct) => gateway.ReadAsync<TopicList>("/content/v1/topics", ct);
}

/// <summary>One page of articles; <c>Next</c> leads to the following one.</summary>
public sealed record ArticleList(IReadOnlyList<ArticleItem> Items, string? Next);

/// <summary>An article as it stands in a list.</summary>
public sealed record ArticleItem(
    string Slug, string Title, string? Summary, IReadOnlyList<string>? Topics, string? Series, int? Position, DateTimeOffset PublishedAt);

/// <summary>An article to read. Its html has been made safe by the content service.</summary>
public sealed record Article(
    string Slug, string Title, string? Summary, string Html, IReadOnlyList<string>? Topics, string? Notice, ArticleSeries? Series,
    ArticleLink? Previous, ArticleLink? Next, DateTimeOffset PublishedAt, DateTimeOffset? RevisedAt);

/// <summary>The series that an article belongs to, and where in it.</summary>
public sealed record ArticleSeries(string Slug, string Name, int Position);

/// <summary>The way to another article.</summary>
public sealed record ArticleLink(string Slug, string Title);

/// <summary>What articles can be about.</summary>
public sealed record TopicList(IReadOnlyList<Topic> Items);

/// <summary>One thing that articles can be about.</summary>
public sealed record Topic(string Code, string Name);
