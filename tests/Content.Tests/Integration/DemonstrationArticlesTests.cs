using Microsoft.Extensions.DependencyInjection;
using Journease.ServiceDefaults.Verbs;
using Journease.Testing.Services;

namespace Journease.Content.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class DemonstrationArticlesTests(ContentHost content) : IClassFixture<ContentHost>
{
    [Fact]
    public async Task A_fresh_start_has_three_articles_in_one_series_and_seeding_again_adds_none()
    {
        for (var time = 0; time < 2; time++)
        {
            await using var scope = content.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IDemonstrationData>().SeedAsync(TestContext.Current.CancellationToken);
        }

        var listed = await content.ListAsync("?series=first-steps");

        Assert.Equal(["what-trauma-can-do", "what-a-ketamine-session-is-like", "being-kind-to-yourself"], listed.Items.Select(item => item.Slug));
        Assert.Equal("what-trauma-can-do", (await content.ReadAsync("what-a-ketamine-session-is-like")).Previous?.Slug);
    }

    [Fact]
    public void Every_endpoint_keeps_the_rules_of_the_house() => EndpointRules.Hold(content.Services, "/content/v1");

    [Fact]
    public Task Every_column_has_its_class() => content.EveryColumnHasItsClassAsync();
}
