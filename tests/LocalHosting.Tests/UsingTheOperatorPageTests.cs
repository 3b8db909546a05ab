using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Journease.LocalHosting.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.LocalHosting.Tests;

public sealed class UsingTheOperatorPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_shows_every_resource_and_its_log_and_restarts_one()
    {
        await using var builder = await WithPageAsync("Development");
        builder.AddWeb("web");
        await using var app = await builder.StartAsync();
        await app.HealthyAsync("web");
        using var page = PageOf(app);

        Assert.Contains("<title>Journease operator page</title>", await page.GetStringAsync("/", Ct), StringComparison.Ordinal);
        var row = (await page.GetFromJsonAsync<JsonElement[]>("/resources", Ct))!.Single(one => one.GetProperty("name").GetString() == "web");
        Assert.Equal("Running", row.GetProperty("state").GetString());
        Assert.Equal("Healthy", row.GetProperty("health").GetString());
        var id = row.GetProperty("id").GetString();
        Assert.Contains("serving", await FirstEventAsync(page, $"/log/{id}"), StringComparison.Ordinal);
        Assert.Contains(id!, await FirstEventAsync(page, "/changes"), StringComparison.Ordinal);

        using var restarted = await page.PostAsync(new Uri($"/resources/{id}/restart", UriKind.Relative), null, Ct);
        Assert.Equal(HttpStatusCode.NoContent, restarted.StatusCode);
        await app.HealthyAsync("web");
        using var unknown = await page.PostAsync(new Uri("/resources/nothing/stop", UriKind.Relative), null, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task Another_site_can_neither_act_nor_read()
    {
        await using var builder = await WithPageAsync("Development");
        await using var app = await builder.StartAsync();
        using var page = PageOf(app);

        using var forged = new HttpRequestMessage(HttpMethod.Post, "/resources/web/stop") { Headers = { { "Origin", "https://elsewhere.example" } } };
        using var forgedAnswer = await page.SendAsync(forged, Ct);
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/resources") { Headers = { Host = "elsewhere.example" } };
        using var reboundAnswer = await page.SendAsync(rebound, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, forgedAnswer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, reboundAnswer.StatusCode);
    }

    [Fact]
    public async Task Outside_Development_it_says_that_it_needs_the_role()
    {
        await using var builder = await WithPageAsync("Production");
        await using var app = await builder.StartAsync();
        using var page = PageOf(app);

        using var answer = await page.GetAsync(new Uri("/", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("operator role", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static Task<IDistributedApplicationTestingBuilder> WithPageAsync(string environment) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.LocalHosting_SampleHost>(
            [],
            (options, settings) =>
            {
                options.DisableDashboard = false;
                settings.EnvironmentName = environment;
            },
            Ct);

    private static HttpClient PageOf(DistributedApplication app) =>
        new() { BaseAddress = app.Services.GetRequiredService<Announcement>().OperatorPage };

    private static async Task<string> FirstEventAsync(HttpClient page, string path)
    {
        await using var stream = await page.GetStreamAsync(path, Ct);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(Ct) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return line;
            }
        }
        return "";
    }
}
