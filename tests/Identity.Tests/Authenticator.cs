using Microsoft.Playwright;

namespace Journease.Identity.Tests;

/// <summary>The passkeys of a device, played by Chromium: made and used as soon as a page asks.</summary>
public sealed class Authenticator
{
    private readonly ICDPSession devtools;
    private readonly string id;

    private Authenticator(ICDPSession devtools, string id) => (this.devtools, this.id) = (devtools, id);

    /// <param name="page">The window that the device belongs to.</param>
    /// <param name="offers">Whether the browser offers passkeys among what it fills in. Here that signs in as soon as the page is open.</param>
    public static async Task<Authenticator> PlugInAsync(IPage page, bool offers = false)
    {
        if (!offers)
        {
            await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false;");
        }
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        var added = await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new
            {
                protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true,
                isUserVerified = true, automaticPresenceSimulation = true,
            },
        });
        return new(devtools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether the person is recognised by finger, face or code.</summary>
    public Task RecognisesAsync(bool recognises) => devtools.SendAsync(
        "WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = recognises });

    public async Task<int> PasskeysAsync() =>
        (await devtools.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = id }))!.Value.GetProperty("credentials").GetArrayLength();
}
