namespace Journease.LocalHosting.Tests;

public sealed class AskingTheTestingHalfTests
{
    [Fact]
    public async Task Unknown_names_and_too_early_questions_are_refused()
    {
        await using var builder = await Scene.EmptyAsync("--scene", "web");
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);

        Assert.Throws<InvalidOperationException>(() => app.CreateHttpClient("web"));
        Assert.Throws<ArgumentException>(() => app.CreateHttpClient("nothing"));
        Assert.Throws<ArgumentException>(() => app.GetEndpoint("web", "grpc"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await app.GetConnectionStringAsync("web"));
    }

    [Fact]
    public async Task An_empty_application_can_be_made_without_an_AppHost()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("hello", "/bin/echo", ".", "hello");
        await using var app = await builder.StartAsync();

        Assert.Equal(0, (await app.InStateAsync("hello", KnownResourceStates.Finished)).Snapshot.ExitCode);
    }
}
