using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Journease.Browsing;

/// <summary>A browser window on the portal, with what tests ask of every page.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly string[] Wcag22Aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private readonly IBrowserContext context;
    private readonly Look look;
    private readonly ConcurrentQueue<Uri> requests = new();

    internal Window(IBrowserContext context, IPage page, Look look)
    {
        (this.context, Page, this.look) = (context, page, look);
        page.Request += (_, request) => requests.Enqueue(new Uri(request.Url));
    }

    public IPage Page { get; }

    /// <summary>Everything that the browser asked for.</summary>
    public IReadOnlyCollection<Uri> Requests => requests;

    /// <summary>Fails with the rule, the reason and the place of every barrier that axe finds.</summary>
    public async Task ExpectNoBarriersAsync()
    {
        var rules = new Dictionary<string, RuleOptions>();
        if (look.ForcedColours)
        {
            // The person's own colours; axe reads the style sheet's, which are not shown.
            rules["color-contrast"] = new RuleOptions { Enabled = false };
        }
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Wcag22Aa] }, Rules = rules });
        Assert.True(result.Violations.Length == 0, Page.Url + "\n" + string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}\n  " + string.Join("\n  ", violation.Nodes.Select(node => node.Html)))));
    }

    /// <summary>Nothing reaches over the right edge, however narrow the window is.</summary>
    public async Task ExpectNoSidewaysScrollingAsync()
    {
        var beyond = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(beyond <= 0, $"{Page.Url} is {beyond} px wider than the window");
    }

    /// <summary>Every link and button is large enough for a thumb; links within sentences are excepted, as WCAG 2.5.8 does.</summary>
    public async Task ExpectTargetsForThumbsAsync()
    {
        var small = await Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('a, button, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea, .choice label')]
              .filter(e => e.checkVisibility() && !e.closest('.skip-link, .prose, p:not(.actions):not(.back):not(.field), dd, .error-summary li'))
              .map(e => [e, (e.matches('.card a') ? e.closest('.card') : e).getBoundingClientRect()])
              .filter(([e, box]) => box.height < 44 || box.width < 44)
              .map(([e, box]) => `${e.outerHTML.slice(0, 80)} ${Math.round(box.width)}x${Math.round(box.height)}`)
            """);
        Assert.True(small.Length == 0, Page.Url + "\n" + string.Join('\n', small));
    }

    /// <summary>Writes the whole page to artifacts/screenshots, for people to look at.</summary>
    public async Task PhotographAsync(string name)
    {
        var repository = new DirectoryInfo(AppContext.BaseDirectory);
        while (repository is not null && !File.Exists(Path.Combine(repository.FullName, "Journease.Platform.sln")))
        {
            repository = repository.Parent;
        }
        await Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(repository?.FullName ?? ".", "artifacts", "screenshots", name + ".png") });
    }

    /// <summary>
    /// Signs in at identity's own page, as a person does, beginning at the portal. Fields are found by what they are for,
    /// so that the page may look as it likes.
    /// </summary>
    public async Task SignInAsync(string email, string password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator("input[type=email], input[autocomplete~=username]").First.FillAsync(email);
        await Page.Locator("input[type=password]").First.FillAsync(password);
        await Page.Locator("form:has(input[type=password]) button[type=submit], form:has(input[type=password]) button:not([type])").First.ClickAsync();
        await Page.WaitForURLAsync(url => url.Contains("/journey", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
