using Journease.Content.Manuscripts;

namespace Journease.Content.Articles;

/// <summary>Where in a series an article stands.</summary>
internal sealed record SeriesPlace(Guid SeriesId, int Position)
{
    /// <summary>The place that an editor named, or none; a series named for the first time is made.</summary>
    public static async Task<SeriesPlace?> FindAsync(ContentDbContext db, string? series, int? position, CancellationToken ct)
    {
        if (series is null && position is null)
        {
            return null;
        }
        if (series is null || position is null)
        {
            throw ArticleProblems.PlaceMissing.Broken("Give both series and position, or neither.", series is null ? "series" : "position");
        }
        if (Slug.From(series) is not { Length: > 0 } slug)
        {
            throw ArticleProblems.SlugMissing.Broken("Give the series a name with some letters a-z or digits; its address is made of them.", "series");
        }
        if (series.Any(char.IsControl))
        {
            throw ArticleProblems.Unreadable.Broken("Take the control characters out of the name of the series.", "series");
        }
        return new(await ArticleSeriesTable.FindOrCreateAsync(db, series.Trim(), slug, ct), position.Value);
    }
}
