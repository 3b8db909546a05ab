namespace Journease.LocalHosting.Tests;

public sealed class StartingInOrderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_for_a_completion_starts_after_it()
    {
        await using var builder = await Scene.EmptyAsync();
        var first = builder.AddSample("first", "exit", "0");
        builder.AddSample("second", "exit", "0").WaitForCompletion(first);
        await using var app = await builder.StartAsync();

        var second = await app.InStateAsync("second", KnownResourceStates.Finished);

        var done = await app.InStateAsync("first", KnownResourceStates.Finished);
        Assert.True(second.Snapshot.StartTimeStamp >= done.Snapshot.StopTimeStamp);
    }

    [Fact]
    public async Task What_waits_for_a_completion_that_fails_does_not_start_and_says_why()
    {
        await using var builder = await Scene.EmptyAsync();
        var first = builder.AddSample("first", "exit", "3");
        builder.AddWeb("second").WaitForCompletion(first);
        await using var app = await builder.StartAsync();

        var second = await app.InStateAsync("second", KnownResourceStates.FailedToStart);

        Assert.Equal(
            "'second' waits for 'first', which is Exited with exit code 3.",
            second.Snapshot.Properties.Single(property => property.Name == "resource.reason").Value);
        Assert.Null(second.Snapshot.StartTimeStamp);
    }

    [Fact]
    public async Task Another_exit_code_can_be_the_one_waited_for()
    {
        await using var builder = await Scene.EmptyAsync();
        var first = builder.AddSample("first", "exit", "3");
        builder.AddSample("second", "exit", "0").WaitForCompletion(first, exitCode: 3);
        await using var app = await builder.StartAsync();

        await app.InStateAsync("second", KnownResourceStates.Finished);
    }

    [Fact]
    public async Task What_waits_for_a_resource_starts_when_that_is_healthy_and_its_handlers_are_done()
    {
        await using var builder = await Scene.EmptyAsync();
        var ready = new TaskCompletionSource();
        var first = builder.AddWeb("first", "ill").OnResourceReady((_, _, _) => ready.Task);
        builder.AddSample("second", "exit", "0").WaitFor(first);
        builder.AddSample("third", "exit", "0").WaitForStart(first);
        await using var app = await builder.StartAsync();

        await app.InStateAsync("third", KnownResourceStates.Finished);
        Assert.Equal(KnownResourceStates.Waiting, app.ReplicasOf("second")[0].Snapshot.State!.Text);
        await app.ResourceNotifications.WaitForResourceAsync("first", e => e.Snapshot.HealthReports.Any(r => r.Description == "/health answers 503, not 200."), Ct);
        using (var client = app.CreateHttpClient("first"))
        {
            using var answer = await client.PostAsync(new Uri("/health/well", UriKind.Relative), null, Ct);
        }
        await app.ResourceNotifications.WaitForResourceAsync(
            "first", e => e.Snapshot.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy, Ct);
        Assert.Equal(KnownResourceStates.Waiting, app.ReplicasOf("second")[0].Snapshot.State!.Text);
        ready.SetResult();
        await app.InStateAsync("second", KnownResourceStates.Finished);
    }

    [Fact]
    public async Task What_is_to_be_started_by_hand_waits_for_the_hand()
    {
        await using var builder = await Scene.EmptyAsync();
        builder.AddSample("manual", "exit", "0").WithExplicitStart();
        await using var app = await builder.StartAsync();
        Assert.Equal(KnownResourceStates.NotStarted, app.ReplicasOf("manual")[0].Snapshot.State!.Text);

        Assert.True((await app.ResourceCommands.ExecuteCommandAsync("manual", KnownResourceCommands.StartCommand, Ct)).Success);

        await app.InStateAsync("manual", KnownResourceStates.Finished);
    }
}
