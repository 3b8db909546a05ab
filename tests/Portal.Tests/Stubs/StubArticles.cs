using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Journease.Portal.Tests.Stubs;

/// <summary>Articles in the form in which the content service gives them, an ill-meant one among them.</summary>
internal static class StubArticles
{
    public const string HostileTitle = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202e";

    private const string Html = """
        <p>Trauma can leave lasting marks. The brain goes on sounding an alarm long after the danger has passed, and ordinary
        days can feel like hard work. None of this is weakness, and none of it has to stay as it is.</p>
        <h2>What happens in the brain</h2>
        <p>The <em>amygdala</em> watches for danger. After trauma it can become over-watchful, so that a slammed door or a
        crowded train feels like a threat. The part of the brain that weighs and decides has less say.</p>
        <h3>Five effects that people often notice</h3>
        <ul><li><strong>Heightened anxiety:</strong> fear that does not settle, even where nothing is wrong.</li>
        <li><strong>Flashbacks:</strong> memories that feel as if they were happening now.</li>
        <li><strong>Emotional numbness:</strong> feeling cut off from others and from oneself.</li>
        <li><strong>Hypervigilance:</strong> always on guard.</li>
        <li><strong>Sleep disturbance:</strong> lying awake, or waking from nightmares.</li></ul>
        <h2>Where ketamine comes in</h2>
        <p>Ketamine is a medicine that has been used as an anesthetic for over fifty years. In a lower dose, and with a
        therapist beside it, it brings some people relief within hours. <a href="/articles">Read on</a> about what is known.</p>
        <blockquote><p>It was not that the memory was gone. It was that I could look at it.</p></blockquote>
        <p>It is not for everyone, and it is not a cure by itself. It works best together with other therapies.</p>
        """;

    private static readonly (string Slug, string Title, string Summary)[] All =
    [
        ("how-ketamine-therapy-helps", "How ketamine therapy helps with trauma recovery", "What trauma does to the brain, how ketamine works, and why it stands beside other therapies and not in their place."),
        ("what-trauma-is", "What trauma is, and what it is not", "Five effects that people notice, and why none of them is a weakness."),
        ("preparing", "Preparing for a first session", "What to bring, whom to ask along, and what a first session is like from beginning to end."),
        ("sleep", "When sleep does not come", "Small things that help in the night, and when to ask for more help."),
        ("hostile", HostileTitle, "<b onclick=alert(3)>A summary that means no good</b>"),
    ];

    public static void Map(WebApplication app)
    {
        app.MapGet("/content/v1/articles", (string? topic, string? after) => Results.Json(new
        {
            items = topic == "music-therapy" ? [] : All.Select((article, i) => new
            {
                article.Slug, article.Title, article.Summary, topics = new[] { "flashbacks" }, series = i < 3 ? "recovery" : null,
                position = i < 3 ? i + 1 : (int?)null, publishedAt = "2026-11-20T09:00:00Z",
            }).ToArray(),
            next = after is null ? "cursor-2" : null,
        }));
        app.MapGet("/content/v1/articles/{slug}", (string slug) => All.FirstOrDefault(article => article.Slug == slug) is { Slug: not null } article
            ? Results.Json(new
            {
                article.Slug, article.Title, article.Summary, html = Html, topics = new[] { "flashbacks" },
                notice = slug == "sleep" ? "MDMA therapy is still being researched. It is not available here." : null,
                series = new { slug = "recovery", name = "Recovery, step by step", position = 2 },
                previous = new { slug = "what-trauma-is", title = "What trauma is, and what it is not" },
                next = new { slug = "preparing", title = slug == "hostile" ? HostileTitle : "Preparing for a first session" },
                publishedAt = "2026-11-20T09:00:00Z", revisedAt = (string?)null, somethingNew = true,
            })
            : Results.StatusCode(StatusCodes.Status404NotFound));
        app.MapGet("/content/v1/topics", () => Results.Json(new
        {
            items = new[]
            {
                new { code = "flashbacks", name = "Flashbacks" }, new { code = "sleep-disturbance", name = "Sleep disturbance" },
                new { code = "ketamine-sessions", name = "Ketamine sessions" }, new { code = "music-therapy", name = "Music therapy" },
            },
        }));
    }
}
