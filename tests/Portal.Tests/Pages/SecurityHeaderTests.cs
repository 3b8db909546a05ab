namespace Journease.Portal.Tests.Pages;

[Trait("Needs", "servers")]
public sealed class SecurityHeaderTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/articles/how-ketamine-therapy-helps")]
    [InlineData("/reach-out")]
    [InlineData("/no-such-page")]
    [InlineData("/css/base.css")]
    public async Task Every_answer_forbids_scripts_frames_and_strangers(string path)
    {
        using var visitor = portal.Visitor();
        using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        string Header(string name) => string.Join(", ", response.Headers.GetValues(name));

        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + portal.Gateway.Address.GetLeftPart(UriPartial.Authority),
            Header("Content-Security-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Pages_are_not_kept_by_anybody_and_style_sheets_are()
    {
        using var visitor = portal.Visitor();
        using var page = await visitor.GetAsync(new Uri("/reach-out", UriKind.Relative), TestContext.Current.CancellationToken);
        using var sheet = await visitor.GetAsync(new Uri("/css/base.css?v=1", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Equal(TimeSpan.FromDays(365), sheet.Headers.CacheControl?.MaxAge);
        Assert.Equal("text/css", sheet.Content.Headers.ContentType?.MediaType);
    }
}
