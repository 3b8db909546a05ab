using Journease.Messaging;

namespace Journease.Content.Articles;

/// <summary>Articles that lead from one to the next. It comes into being with its first article.</summary>
internal sealed class ArticleSeries : Aggregate
{
    private ArticleSeries() { } // for EF Core

    public string Slug { get; private init; } = "";
    public string Name { get; private init; } = "";
}
