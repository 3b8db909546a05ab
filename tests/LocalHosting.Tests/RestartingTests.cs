using Journease.LocalHosting.Running;

namespace Journease.LocalHosting.Tests;

public sealed class RestartingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_process_is_back_at_the_same_address_with_another_id()
    {
        await using var builder = await Scene.EmptyAsync();
        builder.AddWeb("web");
        await using var app = await builder.StartAsync();
        await app.HealthyAsync("web");
        using var client = app.CreateHttpClient("web");
        var before = await client.GetStringAsync("/id", Ct);

        await PosixKillAsync(int.Parse(before, System.Globalization.CultureInfo.InvariantCulture));

        await app.ResourceNotifications.WaitForResourceAsync("web", e => Restarts(e) == 1, Ct);
        await app.HealthyAsync("web");
        Assert.NotEqual(before, await client.GetStringAsync("/id", Ct));
    }

    [Fact]
    public async Task A_process_that_ends_again_and_again_is_given_up_in_a_state_that_says_so()
    {
        await using var builder = await Scene.EmptyAsync();
        builder.AddExecutable("broken", "/bin/bash", ".", "-c", "echo I cannot; exit 5").WithHttpEndpoint();
        await using var app = await builder.StartAsync();

        var given = await app.InStateAsync("broken", KnownResourceStates.FailedToStart);

        Assert.Equal(5, Restarts(given));
        Assert.Equal(5, given.Snapshot.ExitCode);
        Assert.Equal(KnownResourceStateStyles.Error, given.Snapshot.State!.Style);
        Assert.Contains("exit code 5", (string)given.Snapshot.Properties.Single(p => p.Name == "resource.reason").Value!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_says_it_is_configured_wrongly_is_not_started_again()
    {
        await using var builder = await Scene.EmptyAsync();
        builder.AddSample("wrong", "exit", "78").WithHttpEndpoint();
        await using var app = await builder.StartAsync();

        var given = await app.InStateAsync("wrong", KnownResourceStates.FailedToStart);

        Assert.Equal(0, Restarts(given));
    }

    [Fact]
    public void The_pauses_grow_and_begin_anew_after_a_good_while()
    {
        var policy = new RestartPolicy();
        var pauses = Enumerable.Range(0, 6).Select(_ => policy.Next(1, TimeSpan.FromSeconds(1))).ToArray();

        Assert.Null(pauses[5]);
        Assert.Equal(pauses[..5].Order(), pauses[..5]);
        Assert.Equal(pauses[0], policy.Next(1, TimeSpan.FromMinutes(1)));
    }

    private static int Restarts(ResourceEvent e) =>
        e.Snapshot.Properties.FirstOrDefault(property => property.Name == "resource.restarts")?.Value as int? ?? 0;

    private static async Task PosixKillAsync(int process)
    {
        using var kill = System.Diagnostics.Process.Start("/bin/kill", ["-9", $"{process}"]);
        await kill.WaitForExitAsync(Ct);
    }
}
