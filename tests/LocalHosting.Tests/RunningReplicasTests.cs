using System.Net;

namespace Journease.LocalHosting.Tests;

public sealed class RunningReplicasTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_is_shared_and_a_killed_replica_is_not_noticed_outside()
    {
        await using var builder = await Scene.EmptyAsync();
        builder.AddWeb("web").WithReplicas(3);
        await using var app = await builder.StartAsync();
        await app.HealthyAsync("web");
        using var client = app.CreateHttpClient("web");
        await Eventually.EqualAsync(3, async () => (await AnswerersAsync(client, 12)).Count);

        var killed = app.ReplicasOf("web")[0];
        await KillAsync(ProcessOf(killed));
        // Reads only: a write whose connection breaks may have been done, so its client decides.
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => client.GetAsync("/id", Ct)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        using var echo = await client.PostAsync("/echo", new StringContent("said"), Ct);
        Assert.Equal("said", await echo.Content.ReadAsStringAsync(Ct));
        await Eventually.EqualAsync(3, async () => (await AnswerersAsync(client, 12)).Count);
        Assert.NotEqual(ProcessOf(killed), ProcessOf(app.ReplicasOf("web").Single(e => e.ResourceId == killed.ResourceId)));
    }

    [Fact]
    public async Task Every_replica_has_an_id_and_services_see_the_public_address()
    {
        await using var builder = await Scene.EmptyAsync();
        builder.AddWeb("web").WithReplicas(2);
        await using var app = await builder.StartAsync();
        await app.HealthyAsync("web");
        using var client = app.CreateHttpClient("web");

        Assert.All(app.ReplicasOf("web"), replica => Assert.Matches("^web-[a-z]{8}$", replica.ResourceId));
        Assert.Equal(client.BaseAddress!.Authority, await client.GetStringAsync("/host", Ct));
    }

    [Fact]
    public async Task A_command_reaches_one_replica_by_its_id_and_all_by_the_resource()
    {
        await using var builder = await Scene.EmptyAsync();
        builder.AddWeb("web").WithReplicas(2);
        await using var app = await builder.StartAsync();
        await app.HealthyAsync("web");
        var (one, other) = (app.ReplicasOf("web")[0].ResourceId, app.ReplicasOf("web")[1].ResourceId);

        var byName = await app.ResourceCommands.ExecuteCommandAsync("web", KnownResourceCommands.StopCommand, Ct);
        var byId = await app.ResourceCommands.ExecuteCommandAsync(one, KnownResourceCommands.StopCommand, Ct);

        Assert.False(byName.Success);
        Assert.Contains(other, byName.Message!, StringComparison.Ordinal);
        Assert.True(byId.Success);
        Assert.Equal([KnownResourceStates.Exited, KnownResourceStates.Running], app.ReplicasOf("web").Select(e => e.Snapshot.State!.Text));

        await app.ResourceCommands.ExecuteCommandAsync(app.Resource("web"), KnownResourceCommands.StopCommand, Ct);
        Assert.All(app.ReplicasOf("web"), e => Assert.Equal(KnownResourceStates.Exited, e.Snapshot.State!.Text));
        using var client = app.CreateHttpClient("web");
        using var nobody = await client.GetAsync("/id", Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, nobody.StatusCode);
        await app.ResourceCommands.ExecuteCommandAsync(app.Resource("web"), KnownResourceCommands.RestartCommand, Ct);
        await app.HealthyAsync("web");
    }

    private static async Task<HashSet<string>> AnswerersAsync(HttpClient client, int requests)
    {
        var ids = new HashSet<string>();
        for (var i = 0; i < requests; i++)
        {
            ids.Add(await client.GetStringAsync("/id", Ct));
        }
        return ids;
    }

    private static int ProcessOf(ResourceEvent e) => (int)e.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value!;

    private static async Task KillAsync(int process)
    {
        using var kill = System.Diagnostics.Process.Start("/bin/kill", ["-9", $"{process}"]);
        await kill.WaitForExitAsync(Ct);
    }
}
