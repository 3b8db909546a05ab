using System.Net;
using System.Text.Json;
using Journease.Testing;

namespace Journease.Gateway.Tests;

public sealed class AppLinksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/.well-known/apple-app-site-association")]
    [InlineData("/.well-known/assetlinks.json")]
    public async Task Without_an_app_there_is_nothing(string address)
    {
        await using var gateway = GatewayHost.Start();
        using var client = gateway.CreateClient();

        await client.GetAsync(new Uri(address, UriKind.Relative), Ct).ExpectAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Phones_learn_which_apps_are_ours()
    {
        await using var gateway = GatewayHost.StartWith(new()
        {
            ["AppLinks:AppleAppIds:0"] = "AB12CD34EF.com.journease.app",
            ["AppLinks:AndroidFingerprints:0"] = "14:6D:E9",
        });
        using var client = gateway.CreateClient();

        var apple = await client.GetAsync(new Uri("/.well-known/apple-app-site-association", UriKind.Relative), Ct).ReadAsync<JsonElement>();
        var android = await client.GetAsync(new Uri("/.well-known/assetlinks.json", UriKind.Relative), Ct);

        var details = apple.GetProperty("applinks").GetProperty("details")[0];
        Assert.Equal("AB12CD34EF.com.journease.app", details.GetProperty("appIDs")[0].GetString());
        Assert.Equal("/signed-in", details.GetProperty("components")[0].GetProperty("/").GetString());
        Assert.Equal("AB12CD34EF.com.journease.app", apple.GetProperty("webcredentials").GetProperty("apps")[0].GetString());
        Assert.Equal("application/json", android.Content.Headers.ContentType!.MediaType);
        var target = (await android.ReadAsync<JsonElement>())[0].GetProperty("target");
        Assert.Equal("com.journease.app", target.GetProperty("package_name").GetString());
        Assert.Equal("14:6D:E9", target.GetProperty("sha256_cert_fingerprints")[0].GetString());
    }
}
