using Microsoft.Playwright;
using Xunit;

namespace Journease.Browsing;

/// <summary>One Chromium for all tests, the machine's own; every test opens contexts of its own in it.</summary>
public sealed class PortalBrowser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public IBrowser Chromium => browser ?? throw new InvalidOperationException("The browser is there after InitializeAsync.");

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--no-first-run", "--disable-sync",
            ],
        });
    }

    /// <summary>A fresh window: nothing remembered, and every request noted by <see cref="Window.Requests"/>.</summary>
    public async Task<Window> OpenAsync(Uri portal, Look look = default)
    {
        var context = await Chromium.NewContextAsync(new()
        {
            BaseURL = portal.ToString(),
            ViewportSize = new() { Width = look.Width == 0 ? 1280 : look.Width, Height = look.Height == 0 ? 900 : look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = !look.WithoutScripts,
            ForcedColors = look.ForcedColours ? ForcedColors.Active : ForcedColors.None,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Window(context, await context.NewPageAsync(), look);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
        playwright?.Dispose();
    }
}

/// <summary>How a window looks; what is not said is a desktop window in light colours.</summary>
public readonly record struct Look(int Width = 0, int Height = 0, bool Dark = false, bool WithoutScripts = false, bool ForcedColours = false)
{
    public static Look Phone => new(390, 844);

    public static Look Desktop => new(1280, 900);

    public static Look Narrow => new(320, 640);
}
