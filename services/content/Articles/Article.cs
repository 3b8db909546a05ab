using Journease.Content.Manuscripts;
using Journease.Contracts.Content;
using Journease.Messaging;

namespace Journease.Content.Articles;

/// <summary>Something the practice wants people to read. It is rendered when it is saved, so that reading is only fetching.</summary>
internal sealed class Article : Aggregate
{
    private Article() { } // for EF Core

    /// <summary>Its address for ever: links to it must not break.</summary>
    public string Slug { get; private init; } = "";
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Markdown { get; private set; } = "";
    public string Html { get; private set; } = "";
    public string[] Topics { get; private set; } = [];
    public Guid? SeriesId { get; private set; }
    public int? Position { get; private set; }

    /// <summary>Counts the texts it has had, from 1.</summary>
    public int Revision { get; private set; } = 1;
    public ArticleStatus Status { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? RevisedAt { get; private set; }

    /// <summary>Titles that the text itself named as its neighbours; for the editor, who decides on the series.</summary>
    public string? PreviousHint { get; private init; }
    public string? NextHint { get; private init; }

    public static Article Import(string slug, ArticleText text, SeriesPlace? place, Neighbours hints)
    {
        var article = new Article { Slug = slug, PreviousHint = hints.Previous, NextHint = hints.Next };
        article.Take(text, place);
        return article;
    }

    /// <summary>Saving the same text again is allowed and changes nothing.</summary>
    public void Revise(ArticleText text, SeriesPlace? place, DateTimeOffset now)
    {
        RefuseIfRetired();
        if (Holds(text, place))
        {
            return;
        }

        Take(text, place);
        Revision++;
        if (Status == ArticleStatus.Published)
        {
            RevisedAt = now;
            Announce(new ArticleRevised { SubjectId = null });
        }
    }

    /// <summary>Publishing twice is allowed and changes nothing.</summary>
    public void Publish(DateTimeOffset now)
    {
        RefuseIfRetired();
        if (Status == ArticleStatus.Published)
        {
            return;
        }

        Status = ArticleStatus.Published;
        PublishedAt = now;
        Announce(new ArticlePublished { SubjectId = null });
    }

    /// <summary>Retiring twice is allowed and changes nothing. Nobody but editors knew of a draft, so only a published one is announced.</summary>
    public void Retire()
    {
        if (Status == ArticleStatus.Retired)
        {
            return;
        }

        if (Status == ArticleStatus.Published)
        {
            Announce(new ArticleRetired { SubjectId = null });
        }
        Status = ArticleStatus.Retired;
    }

    private void Take(ArticleText text, SeriesPlace? place)
    {
        (Title, Summary, Markdown, Html, Topics) = (text.Title, text.Summary, text.Markdown, text.Html, text.Topics);
        (SeriesId, Position) = (place?.SeriesId, place?.Position);
    }

    private bool Holds(ArticleText text, SeriesPlace? place) =>
        Title == text.Title && Summary == text.Summary && Markdown == text.Markdown && Html == text.Html
        && Topics.SequenceEqual(text.Topics) && SeriesId == place?.SeriesId && Position == place?.Position;

    private void RefuseIfRetired()
    {
        if (Status == ArticleStatus.Retired)
        {
            throw ArticleProblems.Retired.Broken("A retired article stays as it was. Import the text as a new article.");
        }
    }
}
