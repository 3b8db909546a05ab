using System.Net;
using Journease.Identity.Passkeys;
using Journease.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Identity.Tests.Integration;

/// <summary>When a way in has changed or is gone, whoever was signed in elsewhere has to show anew who they are; their apps too.</summary>
[Trait("Needs", "servers")]
public sealed class OtherSessionsTests(TellingHost host) : IClassFixture<TellingHost>
{
    private const string Another = "nine herons wade slowly";

    [Fact]
    public async Task A_changed_password_ends_what_others_could_refresh()
    {
        var (here, portal, phone) = await ThreeDevicesAsync();

        await here.Browser.SendAsync(await here.Browser.OpenAsync("/identity/password"), new() { ["password"] = Another }).ExpectAsync(HttpStatusCode.Redirect);

        await OnlyHereGoesOnAsync(here, portal, phone);
    }

    [Fact]
    public async Task A_removed_passkey_ends_what_others_could_refresh()
    {
        var (here, portal, phone) = await ThreeDevicesAsync();
        await GivePasskeyAsync(new Guid(here.Subject));

        await here.PressAsync("passkeys/remove");

        await OnlyHereGoesOnAsync(here, portal, phone);
    }

    [Fact]
    public async Task A_passkey_that_is_not_there_ends_nothing()
    {
        var (here, portal, _) = await ThreeDevicesAsync();
        await GivePasskeyAsync(new Guid(here.Subject));

        await here.PressAsync("passkeys/remove", "AAAA");

        Assert.Equal(HttpStatusCode.OK, await portal.RefreshAsync());
    }

    private async Task OnlyHereGoesOnAsync(SignedInDevice here, SignedInDevice portal, SignedInDevice phone)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await portal.RefreshAsync());
        Assert.Equal(HttpStatusCode.BadRequest, await phone.RefreshAsync());
        Assert.Equal(HttpStatusCode.OK, await here.RefreshAsync());
        await here.Browser.OpenAsync("/identity/account").ExpectAsync(HttpStatusCode.OK);
        await portal.Browser.OpenAsync("/identity/account").ExpectAsync(HttpStatusCode.Redirect);
        await Eventually.TrueAsync(() => host.Listener.About(portal.Session).Count == 1);
        Assert.Empty(host.Listener.About(here.Session));
    }

    private async Task<(SignedInDevice Here, SignedInDevice Portal, SignedInDevice Phone)> ThreeDevicesAsync()
    {
        var person = NewPerson.Somebody();
        await person.RegisterAsync(host, host.NewBrowser()).ExpectAsync(HttpStatusCode.Redirect);
        return (await AtAsync(SignInFlow.Portal()), await AtAsync(SignInFlow.Portal()), await AtAsync(SignInFlow.Mobile()));

        Task<SignedInDevice> AtAsync(SignInFlow flow) => SignedInDevice.OfAsync(host, person.Email, flow, NewPerson.Password);
    }

    // As if a device had made one; nobody signs in with it.
    private async Task GivePasskeyAsync(Guid account)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var id = Guid.CreateVersion7().ToByteArray();
        var name = await scope.ServiceProvider.GetRequiredService<PasskeyNames>().SealAsync(account, id, "A lost phone", TestContext.Current.CancellationToken);
        db.Passkeys.Add(Passkey.Add(account, new UserPasskeyInfo(id, [1], host.Clock.GetUtcNow(), 0, [], true, false, false, [1], [1]), name, host.Clock.GetUtcNow()));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
