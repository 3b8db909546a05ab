using Journease.Content.Articles;
using Journease.Content.Manuscripts;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Journease.Content.Demonstration;

/// <summary>Three short articles in one series, so that a fresh start is not empty.</summary>
internal sealed class DemonstrationArticles(ContentDbContext db, TimeProvider clock) : IDemonstrationData
{
    private const string Series = "First steps";

    private static readonly (string File, string[] Topics)[] InOrder =
    [
        ("what-trauma-can-do.md", ["heightened-anxiety", "flashbacks", "emotional-numbness", "hypervigilance", "sleep-disturbance"]),
        ("what-a-ketamine-session-is-like.md", ["ketamine-sessions"]),
        ("being-kind-to-yourself.md", ["self-compassion"]),
    ];

    public async Task SeedAsync(CancellationToken ct)
    {
        var series = await ArticleSeriesTable.FindOrCreateAsync(db, Series, Slug.From(Series), ct);
        // Lists begin with what was published last, and that should be where a reader begins.
        foreach (var (index, (file, topics)) in InOrder.Index().Reverse())
        {
            var slug = Path.GetFileNameWithoutExtension(file);
            if (await db.Articles.AnyAsync(article => article.Slug == slug, ct))
            {
                continue;
            }

            var manuscript = Manuscript.Read(await ReadAsync(file, ct));
            var article = Article.Import(slug, ArticleText.From(manuscript, null, topics), new SeriesPlace(series, index + 1), manuscript.Named);
            article.Publish(clock.GetUtcNow());
            db.Articles.Add(article);
        }
        await db.SaveChangesAsync(ct);
    }

    private static async Task<string> ReadAsync(string file, CancellationToken ct)
    {
        using var reader = new StreamReader(typeof(DemonstrationArticles).Assembly.GetManifestResourceStream(file)!);
        return await reader.ReadToEndAsync(ct);
    }
}
