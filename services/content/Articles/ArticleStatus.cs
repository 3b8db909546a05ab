namespace Journease.Content.Articles;

/// <summary>How far an article has come.</summary>
internal enum ArticleStatus
{
    /// <summary>Editors only.</summary>
    Draft,

    /// <summary>Everybody can read it.</summary>
    Published,

    /// <summary>No longer shown, and not shown again.</summary>
    Retired,
}
