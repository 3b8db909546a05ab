using Journease.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Journease.Identity.Tests;

/// <summary>What a person does in a real browser on the page of their account.</summary>
internal static class AccountSteps
{
    public static async Task ExpectOpenToAllAsync(Window window, string name)
    {
        if (Environment.GetEnvironmentVariable("JOURNEASE_PICTURES") is { } folder)
        {
            await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
        await window.ExpectNoBarriersAsync();
        await window.ExpectNoSidewaysScrollingAsync();
    }

    public static Task SignInAsync(IPage page, string who) => SignInAsync(page, who + "@demo.journease.example", IdentityHost.Password);

    public static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GotoAsync("/identity/sign-in?returnUrl=/identity/account");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("Your account - Journease");
    }

    public static async Task AddAsync(IPage page, string name)
    {
        var before = await Passkeys(page).CountAsync();
        await TryToAddAsync(page, name);
        await Expect(Passkeys(page)).ToHaveCountAsync(before + 1);
    }

    public static async Task TryToAddAsync(IPage page, string name)
    {
        await page.GetByLabel("A name for a new passkey").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
    }

    private static ILocator Passkeys(IPage page) => page.GetByText("Rename or remove");

    public static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/identity/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/identity/sign-in");
    }
}
