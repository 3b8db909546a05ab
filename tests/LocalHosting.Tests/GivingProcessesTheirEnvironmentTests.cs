using System.Net.Http.Json;

namespace Journease.LocalHosting.Tests;

public sealed class GivingProcessesTheirEnvironmentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_gets_what_Aspire_gives_it()
    {
        await using var builder = await Scene.EmptyAsync("--Parameters:key", "from outside", "--ConnectionStrings:ledger", "Host=elsewhere");
        var key = builder.AddParameter("key", secret: true);
        var made = builder.AddParameter("made", new GenerateParameterDefault { MinLength = 30, Special = false }, secret: true);
        var ledger = builder.AddConnectionString("ledger");
        var other = builder.AddWeb("other-api");
        builder.AddWeb("web")
            .WithReference(other)
            .WithReference(ledger)
            .WithReference("clinic", new Uri("https://clinic.example/"))
            .WithEnvironment("Key", key)
            .WithEnvironment("Made", made)
            .WithEnvironment("Issuer", $"{other.GetEndpoint("http")}/identity")
            .WithEnvironment("Connection", ReferenceExpression.Create($"Port={other.GetEndpoint("http").Property(EndpointProperty.Port)};Password={key:uri}"));
        await using var app = await builder.StartAsync();

        await app.HealthyAsync("web");
        using var client = app.CreateHttpClient("web");
        var environment = (await client.GetFromJsonAsync<Dictionary<string, string>>("/environment", Ct))!;

        var address = app.GetEndpoint("other-api").ToString().TrimEnd('/');
        Assert.Equal(address, environment["services__other-api__http__0"]);
        Assert.Equal(address, environment["OTHER_API_HTTP"]);
        Assert.Equal("https://clinic.example/", environment["services__clinic__default__0"]);
        Assert.Equal("https://clinic.example/", environment["CLINIC"]);
        Assert.Equal("Host=elsewhere", environment["ConnectionStrings__ledger"]);
        Assert.Equal("from outside", environment["Key"]);
        Assert.Matches("^[A-Za-z0-9]{30}$", environment["Made"]);
        Assert.Equal($"{address}/identity", environment["Issuer"]);
        Assert.Equal($"Port={app.GetEndpoint("other-api").Port};Password=from%20outside", environment["Connection"]);
        Assert.Equal(client.BaseAddress!.ToString().TrimEnd('/'), environment["ASPNETCORE_URLS"]);
        Assert.Equal("Development", environment["ASPNETCORE_ENVIRONMENT"]);
        Assert.Equal("web", environment["OTEL_SERVICE_NAME"]);
        Assert.Equal($"service.instance.id={app.ReplicasOf("web")[0].ResourceId["web-".Length..]}", environment["OTEL_RESOURCE_ATTRIBUTES"]);
    }

    [Fact]
    public async Task What_it_writes_is_kept_with_errors_marked()
    {
        await using var builder = await Scene.EmptyAsync();
        builder.AddWeb("web");
        await using var app = await builder.StartAsync();
        await app.HealthyAsync("web");

        var logs = (ResourceLoggerService)app.Services.GetService(typeof(ResourceLoggerService))!;
        var lines = new List<LogLine>();
        await foreach (var batch in logs.WatchAsync(app.Resource("web")).WithCancellation(Ct))
        {
            lines.AddRange(batch);
            if (lines.Count >= 2)
            {
                break;
            }
        }
        Assert.Contains(lines, line => line is { Content: "serving", IsErrorMessage: false });
        Assert.Contains(lines, line => line is { Content: "and complaining", IsErrorMessage: true });
    }
}
